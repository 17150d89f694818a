package io.earshot.asr.model;

import java.net.URI;
import java.util.Optional;

/**
 * A model that its makers publish.
 *
 * @param language as a BCP 47 tag; empty for speaker models
 * @param languageName in English words
 * @param bytes of its zip; 0 when not told
 * @param size as its makers write it, such as small or big
 * @param md5 of the zip, in hexadecimal digits, when told
 * @param obsolete whether its makers offer something better
 */
public record PublishedModel(
    String name,
    ModelKind kind,
    String language,
    String languageName,
    long bytes,
    String size,
    URI address,
    Optional<String> md5,
    boolean obsolete) {}
