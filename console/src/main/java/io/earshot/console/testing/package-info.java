/**
 * Stand-ins for what the console asks others for, to test with: they keep the promises of the
 * interfaces in memory, without a server.
 */
package io.earshot.console.testing;
