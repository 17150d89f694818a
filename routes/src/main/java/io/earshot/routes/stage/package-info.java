/**
 * The stages a conversation passes, and what happens when one fails.
 *
 * <p>{@link io.earshot.routes.stage.Stages} does the work of one stage for one conversation and may
 * be repeated at will: it reads from the vault and writes the same again. {@code StageRoutes} takes
 * conversations from the queues, and {@code FailurePolicy} decides between waiting, trying again
 * and quarantine. A message leaves its queue in the same transaction in which the next stage's
 * queue gets it.
 */
package io.earshot.routes.stage;
