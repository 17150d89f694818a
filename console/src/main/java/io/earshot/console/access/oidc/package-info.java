/**
 * Signing in with a provider: OpenID Connect's authorization code flow with PKCE, state and nonce.
 * The provider's description, its keys and the tokens are asked for by this server alone; the
 * browser carries nothing but a code. A user is made at the first sign-in, with the roles that a
 * claim of the ID token stands for, and gets them anew at each.
 */
package io.earshot.console.access.oidc;
