/**
 * What the customer wants: intents that operators describe by example sentences in both languages.
 *
 * <p>Two questions are answered apart, because one number answers both badly: which intent is the
 * likeliest (softmax regression over the sentence's vector) and whether it is any of them at all
 * (the cosine to the middle of that intent's examples, and a class of its own for what people say
 * without wanting anything). {@link io.earshot.analysis.intent.IntentClassifier} is the seam to
 * replace the method.
 */
package io.earshot.analysis.intent;
