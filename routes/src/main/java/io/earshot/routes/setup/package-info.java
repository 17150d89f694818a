/** The settings of a home, and what is opened as they say. */
package io.earshot.routes.setup;
