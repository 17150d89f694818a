/**
 * One running Earshot: its parts in starting order, and its health.
 *
 * <p>{@link io.earshot.routes.service.Service} is the host of a home; {@link
 * io.earshot.routes.service.Attachment} works through a host that runs already. Commands see both
 * as an {@link io.earshot.routes.service.Installation}.
 */
package io.earshot.routes.service;
