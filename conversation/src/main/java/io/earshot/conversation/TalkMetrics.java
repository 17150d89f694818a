package io.earshot.conversation;

/**
 * How the talking was shared out. Shares are 0 to 1 of the conversation's length; for chats they
 * are shares of the characters written. What can't be known is 0.
 *
 * @param agentShare of the time, or of the characters
 * @param customerShare of the time, or of the characters
 * @param silenceShare share of the time in which nobody spoke
 * @param longestSilenceMs longest time in which nobody spoke, in milliseconds
 * @param overlaps how often one started while the other spoke
 * @param overlapMs time in which both spoke, in milliseconds
 * @param agentRate words a minute while speaking (Chinese: characters a minute)
 * @param customerRate words a minute while speaking (Chinese: characters a minute)
 * @param firstResponseMs from the customer's first turn to the agent's next, in milliseconds
 */
public record TalkMetrics(
    double agentShare,
    double customerShare,
    double silenceShare,
    long longestSilenceMs,
    int overlaps,
    long overlapMs,
    double agentRate,
    double customerRate,
    long firstResponseMs) {}
