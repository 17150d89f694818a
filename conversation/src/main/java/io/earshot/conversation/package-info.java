/**
 * The words every module uses: what a conversation is and what is known about it.
 *
 * <p>A {@link io.earshot.conversation.Conversation} is who said what when. An {@link
 * io.earshot.conversation.Analysis} is what that means, each statement a {@link
 * io.earshot.conversation.Finding} with its evidence. All types are immutable values: safe to share
 * between threads, free of I/O and of any framework. Texts are measured in UTF-16 characters, times
 * in milliseconds from the start of the conversation. No {@code toString} shows what was said, so
 * that logging a value never logs content.
 */
package io.earshot.conversation;
