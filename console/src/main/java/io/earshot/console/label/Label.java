package io.earshot.console.label;

/**
 * How people call an intent or an emotion.
 *
 * @param name its code in data and addresses
 * @param titleEn in English; the code where the files give none
 * @param titleZh in Chinese; the code where the files give none
 * @param valence of an emotion, -1 to 1; null for intents
 */
public record Label(String name, String titleEn, String titleZh, Double valence) {}
