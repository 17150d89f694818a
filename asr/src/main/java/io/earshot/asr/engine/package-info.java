/**
 * The speech engine behind an interface of ours: a stretch of sound in, words out.
 *
 * <p>Vosk and JNA appear in this package alone. What is awkward about them is settled here: strings
 * are UTF-8, results are parsed once into {@link io.earshot.asr.engine.HeardWord}s, a native error
 * is an exception, closing twice is harmless, and the sample rate is always the model's.
 */
package io.earshot.asr.engine;
