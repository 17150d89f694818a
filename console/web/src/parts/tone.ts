export type Tone = 'negative' | 'positive' | 'plain';

/** What a valence of -1 to 1 comes to at a glance. */
export function toneOf(valence: number): Tone {
  if (valence <= -0.25) return 'negative';
  return valence >= 0.25 ? 'positive' : 'plain';
}

/** Whether a score of 0 to 100 calls for a look. */
export function scoreTone(score: number): Tone {
  if (score < 45) return 'negative';
  return score >= 70 ? 'positive' : 'plain';
}
