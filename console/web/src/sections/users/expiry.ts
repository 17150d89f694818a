const DAY = 86_400_000;

/** Lives of tokens to choose from, in days. */
export const LIVES = [30, 90, 180, 365] as const;

/** How a token stands with its end: past it, within two weeks of it, or not yet near. */
export function standing(expiresAt: string, now: number): 'expired' | 'soon' | 'valid' {
  const left = Date.parse(expiresAt) - now;
  return left <= 0 ? 'expired' : left <= 14 * DAY ? 'soon' : 'valid';
}

/** When a token ends that lives so many days from now. */
export function endOf(days: number, now: number): string {
  return new Date(now + days * DAY).toISOString();
}
