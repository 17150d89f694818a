/**
 * Stand-ins for the tests of modules that use the analysis: quick, without models or files, and the
 * same on every machine. Not for production.
 */
package io.earshot.analysis.testing;
