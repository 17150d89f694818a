package io.earshot.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a whole conversation comes to: each statement an extract with its evidence.
 *
 * @param reasons why the customer made contact, best extract first
 * @param promises what the agent said would be done, in the conversation's order
 * @param nextSteps what the customer is to do next
 * @param resolution whether the matter was settled, and by whom
 * @param repeatContacts where somebody says that this is not the first contact about the matter;
 *     the figure {@code times} is which one it is, where that was said
 * @param escalations where the customer asks for a supervisor, or the agent hands over
 * @param questions what the customer asked, with the answers
 * @param entities products, orders, amounts, dates, durations and other numbers: the kind says
 *     which, the name is the normalised value (ISO 8601 for dates and durations, plain decimals)
 * @param acts what each turn does: apology, promise, question, ...
 */
public record Facts(
    List<Finding> reasons,
    List<Promise> promises,
    List<Finding> nextSteps,
    Resolution resolution,
    List<Finding> repeatContacts,
    List<Finding> escalations,
    List<Question> questions,
    List<Finding> entities,
    List<Finding> acts) {

  // Kinds of findings.
  public static final String REASON = "reason";
  public static final String PROMISE = "promise";
  public static final String NEXT_STEP = "next_step";
  public static final String RESOLUTION = "resolution";
  public static final String REPEAT_CONTACT = "repeat_contact";
  public static final String ESCALATION = "escalation";
  public static final String QUESTION = "question";
  public static final String ANSWER = "answer";
  public static final String ACT = "act";
  public static final String PRODUCT = "product";
  public static final String ORDER = "order";

  /** Nothing is known. */
  public static final Facts NONE =
      new Facts(
          List.of(),
          List.of(),
          List.of(),
          Resolution.UNKNOWN,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public Facts {
    reasons = List.copyOf(reasons);
    promises = List.copyOf(promises);
    nextSteps = List.copyOf(nextSteps);
    repeatContacts = List.copyOf(repeatContacts);
    escalations = List.copyOf(escalations);
    questions = List.copyOf(questions);
    entities = List.copyOf(entities);
    acts = List.copyOf(acts);
  }

  /** Every statement as a finding. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(reasons);
    promises.forEach(promise -> findings.add(promise.evidence()));
    findings.addAll(nextSteps);
    findings.addAll(resolution.evidence());
    findings.addAll(repeatContacts);
    findings.addAll(escalations);
    for (Question question : questions) {
      findings.add(question.evidence());
      findings.addAll(question.answers());
    }
    findings.addAll(entities);
    findings.addAll(acts);
    return findings;
  }

  @Override
  public String toString() {
    return "Facts[%s, %d promises, %d questions, %d entities, %d acts]"
        .formatted(
            resolution.outcome(), promises.size(), questions.size(), entities.size(), acts.size());
  }
}
