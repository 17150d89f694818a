/**
 * What everything that looks for personal data shares.
 *
 * <p>A {@link io.earshot.analysis.redaction.finding.Passage} is the text of one turn, made plain
 * character by character so that every offset holds in the original, together with what was asked
 * just before. A {@link io.earshot.analysis.redaction.finding.Detector} reads a passage and tells
 * {@link io.earshot.analysis.redaction.finding.Disclosure}s. What was masked already stands in a
 * passage as a hole that no detector reads across.
 */
package io.earshot.analysis.redaction.finding;
