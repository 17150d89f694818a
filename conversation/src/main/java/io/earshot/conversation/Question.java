package io.earshot.conversation;

import java.util.List;

/**
 * What a customer asked, and what was answered.
 *
 * @param evidence the question; its name is {@code answered} or {@code unanswered}
 * @param answers the agent's words that answer it, in order; empty where it was not answered
 */
public record Question(Finding evidence, List<Finding> answers) {

  public static final String ANSWERED = "answered";
  public static final String UNANSWERED = "unanswered";

  public Question {
    answers = List.copyOf(answers);
  }

  public boolean answered() {
    return !answers.isEmpty();
  }
}
