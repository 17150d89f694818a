/**
 * Between HTTP and what the sections of the console do. {@link io.earshot.console.http.Api} takes
 * each operation of the contract from the section that answers it, and sees to everything that is
 * the same for all: who calls, whether that one may, whether the request keeps to the contract, off
 * the event loop and back, and failures as one shape of answer.
 */
package io.earshot.console.http;
