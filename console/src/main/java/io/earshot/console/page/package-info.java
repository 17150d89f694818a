/**
 * What a browser gets that is not the API: the pages of the console, the readable form of the
 * contract, and the headers under which a browser shows them.
 */
package io.earshot.console.page;
