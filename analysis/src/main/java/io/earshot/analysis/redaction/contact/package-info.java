/**
 * Where somebody is reached or found: e-mail, pages, network addresses, accounts by IBAN, postal
 * addresses, number plates.
 *
 * <p>Written forms are patterns, all of them possessive or bounded. Spoken forms are read from
 * their surest word ("at ... dot com", "street") to the left, as far as what stands there can
 * belong to it.
 */
package io.earshot.analysis.redaction.contact;
