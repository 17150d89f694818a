/**
 * One running Earshot: its settings, its parts in starting order, its health and its ledger.
 *
 * <p>{@link io.earshot.routes.service.Service} is the host of a home; {@link
 * io.earshot.routes.service.Attachment} works through a host that runs already. Commands see both
 * as an {@link io.earshot.routes.service.Installation}.
 */
package io.earshot.routes.service;
