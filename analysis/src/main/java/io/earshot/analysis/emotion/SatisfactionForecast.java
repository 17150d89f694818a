package io.earshot.analysis.emotion;

import io.earshot.conversation.Resolution;
import io.earshot.conversation.Satisfaction;

/**
 * What a customer would probably answer to "how satisfied were you", from how the conversation
 * felt: people judge by the most intense moment and the end (Kahneman's peak-end rule).
 *
 * <p>A convention, not a law: on 1,000 rated English task dialogues (USS over SGD) the forecast
 * correlates with the mean rating by .2 only, less than single raters do with each other. The range
 * says so; it narrows as more is heard.
 */
final class SatisfactionForecast {
  private static final double MIDDLE = 3;
  private static final double REACH = 2;

  /** At a mean of plain frustration, -0.6, the forecast is 1.4 stars. */
  private static final double STEEPNESS = 1.8;

  /** A matter that is surely settled, or surely not, moves a middling impression by 0.8 stars. */
  private static final double SETTLED = 0.4;

  /** 1.28 standard deviations hold four in five; single customers' answers scatter by about 0.8. */
  private static final double LEAST_MARGIN = 1.0;

  private static final double FEW_TURNS_MARGIN = 1.0;

  private SatisfactionForecast() {}

  /**
   * The forecast.
   *
   * @param turns how many turns of the customer it rests on, at least 1
   * @param impression mean of peak-end and end valence, -1 to 1
   */
  static Satisfaction of(int turns, double impression, Resolution resolution) {
    double settled = SETTLED * resolution.confidence() * sign(resolution.outcome());
    double stars = MIDDLE + REACH * Math.tanh(STEEPNESS * impression + settled);
    double margin = LEAST_MARGIN + FEW_TURNS_MARGIN / Math.sqrt(turns);
    return new Satisfaction(stars, Math.max(1, stars - margin), Math.min(5, stars + margin));
  }

  private static int sign(Resolution.Outcome outcome) {
    return switch (outcome) {
      case SOLVED -> 1;
      case UNSOLVED -> -1;
      case PARTLY, UNKNOWN -> 0;
    };
  }
}
