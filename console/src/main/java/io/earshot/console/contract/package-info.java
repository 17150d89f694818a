/**
 * The OpenAPI document that is served, read: which operations there are, and whether a request
 * keeps to what the document says of its parameters and its body. What passes here needs no further
 * checks of form.
 */
package io.earshot.console.contract;
