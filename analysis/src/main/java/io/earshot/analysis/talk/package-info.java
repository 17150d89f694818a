/**
 * How talking was shared out: speech, silence and overlap from the turns' times alone.
 *
 * <p>Recordings have true times, so shares are of time; most chat exports have none or only when a
 * message was sent, so shares are of characters and a wait is the gap between two messages.
 */
package io.earshot.analysis.talk;
