/**
 * What intents and emotions are called. Their names in data are codes; the files that define them
 * give the titles that people read, in both languages.
 */
package io.earshot.console.label;
