/** An archive for tests, held to the same contract as the one that serves. */
package io.earshot.console.conversation.testing;
