package io.earshot.asr.sound;

/**
 * What a sound file holds.
 *
 * @param channels sound tracks, at least 1
 * @param sampleRate samples per second of each channel
 * @param durationMs milliseconds, as far as it can be told without decoding; 0 when unknown
 * @param codec short name such as {@code pcm_s16le}, {@code pcm_mulaw} or {@code mp3}
 */
public record AudioInfo(int channels, int sampleRate, long durationMs, String codec) {}
