package io.earshot.asr.model;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A model that {@link ModelLibrary} keeps, as its makers wrote it.
 *
 * @param name of the folder that its makers packed, such as {@code vosk-model-small-cn-0.22}
 * @param language as a BCP 47 tag such as {@code zh}; empty for speaker models
 * @param folder holds {@code am}, {@code conf} and {@code graph}, or a speaker model's files
 * @param sampleRate in Hz that it was trained on
 * @param bytes of all its files
 * @param origin where it came from: an address or a path
 */
public record InstalledModel(
    String name,
    ModelKind kind,
    String language,
    Path folder,
    int sampleRate,
    long bytes,
    String origin,
    Instant installedAt) {}
