/**
 * What happens, told to those who listen. Each conversation that comes to its end is one {@link
 * io.earshot.console.event.Finished}: the stages hand it to every {@link
 * io.earshot.console.event.FinishedListener}. One of them is {@link
 * io.earshot.console.event.Events}, the open pages: they get it as a server-sent event if it lies
 * within what their user may see. Nothing that was said is in an event.
 */
package io.earshot.console.event;
