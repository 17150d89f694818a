/**
 * Names of people.
 *
 * <p>No list holds all names, and most words of a list of names are words of everyday too. So a
 * name is judged by what speaks for it together: that it is listed, that it is introduced ("my name
 * is", "我叫", "Mr"), how it is written, what stands around it. The lists of this package were
 * written for it.
 */
package io.earshot.analysis.redaction.name;
