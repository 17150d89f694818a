/** The balance over everything that was ever received. */
package io.earshot.routes.ledger;
