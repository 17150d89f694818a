/**
 * Takes personal data out of conversations before anything else sees them.
 *
 * <p>{@link io.earshot.analysis.redaction.Redactor} runs detectors over the turns, leaves a hole
 * where each of them found something, and looks again until nothing more is found: so that what was
 * redacted once is never redacted differently a second time. What was found once is then known, and
 * its repetitions (the agent reading a number back, the customer's name in the farewell) are found
 * where nothing else would speak for them.
 *
 * <p>Missing something costs more than masking too much, but masking ordinary turns makes the
 * others useless: each finding has a confidence, and the settings say from which on it counts.
 */
package io.earshot.analysis.redaction;
