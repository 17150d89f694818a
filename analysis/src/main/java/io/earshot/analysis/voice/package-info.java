/**
 * What a voice tells beside the words. Absolute figures say more about the telephone than about the
 * person, so every speaker is compared with the same speaker in the same call.
 */
package io.earshot.analysis.voice;
