/**
 * Measuring redaction: which of the places that people marked as personal data were found.
 *
 * <p>What is measured is any function from a text to places, so that another redactor can be put
 * beside ours. Types that are not looked for are left out and said to be.
 */
package io.earshot.analysis.evaluation.redaction;
