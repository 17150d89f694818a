package io.earshot.routes.service;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Stage;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a machine does. One machine alone does everything. */
public enum Role {
  /** Watches the sources. */
  INTAKE(Set.of()),
  /** Turns sound into turns. */
  TRANSCRIBE(Set.of(Stage.TRANSCRIBE)),
  /** Finds out what turns mean, and writes it to the index. */
  ANALYSE(Set.of(Stage.ANALYSE, Stage.INDEX)),
  /** Serves HTTP. */
  CONSOLE(Set.of());

  private final Set<Stage> stages;

  Role(Set<Stage> stages) {
    this.stages = stages;
  }

  /** The stages that all of these roles serve together. */
  public static Set<Stage> stages(Set<Role> roles) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    roles.forEach(role -> stages.addAll(role.stages));
    return stages;
  }

  /** Everything. */
  public static Set<Role> all() {
    return EnumSet.allOf(Role.class);
  }

  /** The workers alone: what a command needs that brings its own files. */
  public static Set<Role> workers() {
    return EnumSet.of(TRANSCRIBE, ANALYSE);
  }

  /** Reads {@code intake,transcribe,...}. */
  public static Set<Role> parse(String names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names.split(",")) {
      try {
        roles.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw EarshotException.misconfigured(
            "Unknown role '%s': use intake, transcribe, analyse, console".formatted(name));
      }
    }
    return roles;
  }
}
