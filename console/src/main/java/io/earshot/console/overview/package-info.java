/**
 * Figures over many conversations: volume, displeasure, scores, handling times and outcomes of a
 * period, their course, and by agent, queue, hour and more, each against the same weekdays before.
 * Every figure comes with the number of conversations behind it.
 */
package io.earshot.console.overview;
