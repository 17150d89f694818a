/**
 * Stand-ins to test with. What the console asks others for keeps its promises here in memory,
 * without a server; callers are of the test's choice, the audit log and the alarms can be read, and
 * {@link io.earshot.console.testing.TestingConsole} serves some sections over real HTTP. Nothing
 * here is used by the program.
 */
package io.earshot.console.testing;
