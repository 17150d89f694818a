package io.earshot.console.conversation;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Turn;
import java.util.List;
import java.util.Optional;

/**
 * Where conversations are kept. It knows those that can be found, no others: not what is still on
 * its way, nor what is in quarantine. Safe for many threads; may block.
 *
 * <p>All methods throw an {@link io.earshot.conversation.EarshotException} when what is kept can't
 * be read: of kind UNAVAILABLE or EXHAUSTED when the disk is the cause.
 */
public interface Archive {

  /** Everything that is shown of a conversation. */
  Optional<Archived> find(ConversationId id);

  /** The outline of what {@link #sound} gives; empty when there is no sound. */
  Optional<Peaks> peaks(ConversationId id);

  /**
   * The recording as one WAV file that browsers play, all tracks on one clock, without what was
   * redacted; empty when there is none. To be closed by the caller.
   */
  Optional<Sound> sound(ConversationId id);

  /**
   * The turns before redaction; empty when they are not kept.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when their key is not at
   *     hand
   */
  Optional<List<Turn>> originalTurns(ConversationId id);

  /**
   * The recording before redaction, as {@link #sound} gives it; empty when it is not kept. Nothing
   * of it is left on disk when it is closed.
   *
   * @throws io.earshot.conversation.EarshotException as {@link #originalTurns}
   */
  Optional<Sound> originalSound(ConversationId id);
}
