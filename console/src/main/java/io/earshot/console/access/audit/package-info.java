/**
 * Who did what, and when: entries are added and read, never changed, and deleted by age alone. Who
 * uses more conversations in a day than is usual raises an alarm, once a day.
 */
package io.earshot.console.access.audit;
