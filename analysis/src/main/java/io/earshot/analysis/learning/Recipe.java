package io.earshot.analysis.learning;

/**
 * What a {@link Head} looks at beside the meaning of a text.
 *
 * @param wording how it is put, by n-grams: helps with feelings, not with intents
 * @param context the meaning of the text together with the two turns before it
 * @param subject the words of the labels, and the closest samples where there are not too many:
 *     helps where labels are subjects to talk about
 */
public record Recipe(boolean wording, boolean context, boolean subject) {
  /** For what is wanted: who asks says it in one sentence. */
  public static final Recipe INTENT = new Recipe(false, false, true);

  /** For what is felt: it shows in the manner, and against what was said before. */
  public static final Recipe EMOTION = new Recipe(true, true, false);

  public Recipe withContext(boolean wanted) {
    return new Recipe(wording, wanted, subject);
  }
}
