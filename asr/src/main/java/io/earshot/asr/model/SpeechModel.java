package io.earshot.asr.model;

import java.nio.file.Path;

/**
 * A speech model that can be used.
 *
 * @param language as a BCP 47 tag; for a user's own model the one under which settings name it
 * @param source its folder or archive, as its makers wrote it
 * @param bytes of the files, packed where they are
 */
public record SpeechModel(
    String name, String language, Path source, ModelOrigin origin, long bytes) {}
