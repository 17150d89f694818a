/**
 * Stand-ins for speech recognition, for the tests of those who use it.
 *
 * <p>A fake keeps the promises of the interface it stands for; the same contract test runs against
 * it and the real thing. It ships with the main code so that other modules need no mocks.
 */
package io.earshot.asr.testing;
