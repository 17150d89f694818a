package io.earshot.routes.console;

import io.earshot.conversation.CheckResult;
import io.earshot.index.ConversationIndex;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.SourceState;
import io.earshot.routes.stage.Activity;
import io.earshot.routes.stage.Playable;
import java.util.List;
import java.util.function.Supplier;

/**
 * The parts of an installation that the console shows.
 *
 * @param playable of the vault
 * @param index throws an EarshotException of kind UNAVAILABLE while it is not there yet
 * @param activity what the stages of this process do
 * @param checks the state of every part
 * @param sources how the sources fare
 */
public record ConsoleNeeds(
    Vault vault,
    Playable playable,
    Queues queues,
    Supplier<ConversationIndex> index,
    Activity activity,
    Supplier<List<CheckResult>> checks,
    Supplier<List<SourceState>> sources) {}
