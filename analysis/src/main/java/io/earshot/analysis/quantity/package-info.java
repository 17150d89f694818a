/**
 * Numbers, amounts, dates, times and durations, as said and as meant.
 *
 * <p>Two steps. First every number that is put into words becomes digits ("twenty third of may" is
 * read as "23rd of may", "三百五十块" as "350块") while each character keeps its place in the original.
 * Then a few patterns a language find what the digits count. So written and spoken forms need one
 * grammar, and every {@link io.earshot.analysis.quantity.Quantity} points at the raw words.
 */
package io.earshot.analysis.quantity;
