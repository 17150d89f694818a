/**
 * Signatures of documents that come from elsewhere, as RFC 7515 (JWS) writes them in JSON.
 *
 * <p>{@link io.earshot.ingest.signature.SignedJson} takes the content out and checks who signed it,
 * with the public keys that the user named ({@link io.earshot.ingest.signature.TrustedKeys}). Keys
 * and certificates inside of the document prove nothing and are not looked at. Only algorithms with
 * public keys are taken, so that no key can be mistaken for a shared secret.
 */
package io.earshot.ingest.signature;
