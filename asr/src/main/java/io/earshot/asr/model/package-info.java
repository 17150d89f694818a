/**
 * Speech models: which are there, where they come from, and which one a language uses.
 *
 * <p>A {@link io.earshot.asr.model.ModelLibrary} keeps models as their makers wrote them, checked
 * file by file and tried in a process of its own before they count. {@link
 * io.earshot.asr.model.SpeechModels} chooses among these, the one that comes with Earshot and the
 * user's own folders, and makes the tuned copy that the engine loads. Archives come from anywhere
 * and are trusted in nothing.
 */
package io.earshot.asr.model;
