/**
 * Where conversations come from while the service runs: Camel routes that hand files to the intake
 * and let go of them only when the vault has them on disk and a queue has their message.
 */
package io.earshot.routes.source;
