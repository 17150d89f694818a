package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.facts.Fact;
import java.nio.file.Path;
import java.util.List;

/**
 * What an item would become if it were taken.
 *
 * @param item the files
 * @param channel call or chat; as its name has it where nothing can be read
 * @param recording whether it is sound that would be heard
 * @param format of what is written, such as {@code whatsapp}; empty for sound, and where nothing
 *     can be read
 * @param conversations how many it holds; for tables no more than were counted
 * @param counted whether that are all
 * @param facts of the conversation, of the first one where there are many; each with its origin
 * @param roles who is heard on the tracks; empty where that must be found out
 * @param rolesFrom for people: what says so; empty where nothing does
 * @param beside side files, lists and markers that belong to it
 * @param troubles what stands in the way, or could not be read; empty when all is well
 */
public record Prospect(
    SourceItem item,
    Channel channel,
    boolean recording,
    String format,
    int conversations,
    boolean counted,
    List<Fact> facts,
    List<Speaker> roles,
    String rolesFrom,
    List<Path> beside,
    List<String> troubles) {

  public Prospect {
    facts = List.copyOf(facts);
    roles = List.copyOf(roles);
    beside = List.copyOf(beside);
    troubles = List.copyOf(troubles);
  }
}
