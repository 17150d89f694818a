/**
 * What people add to conversations, and who they are: one SQLite file, because it is little, must
 * survive a crash to the last entry, and is to be asked and joined in ways a folder of files is
 * not. Conversations themselves are never kept here.
 */
package io.earshot.console.store;
