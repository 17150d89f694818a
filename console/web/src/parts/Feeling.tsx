import { useEmotionTitle, useEmotionValence } from '../api/labels';
import styles from './parts.module.css';
import { toneOf, type Tone } from './tone';

const INK: Record<Tone, string> = { negative: 'var(--negative)', positive: 'var(--positive)', plain: 'var(--ink-3)' };

/** A face whose mouth follows the valence, so that no colour is needed to read it. */
export function Face({ valence, size = 15 }: { valence: number; size?: number }) {
  const bend = Math.max(-1, Math.min(1, valence)) * 3.2;
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke={INK[toneOf(valence)]} strokeWidth="1.4" strokeLinecap="round" aria-hidden="true">
      <circle cx="8" cy="8" r="6.6" />
      <path d="M5.6 6.1v.6M10.4 6.1v.6" />
      <path d={`M5 ${10.4 - bend / 2}Q8 ${10.4 + bend} 11 ${10.4 - bend / 2}`} />
    </svg>
  );
}

/** An emotion as face and word. */
export function Feeling({ name, quiet }: { name: string; quiet?: boolean }) {
  const title = useEmotionTitle();
  const valence = useEmotionValence()(name);
  const tone = toneOf(valence);
  return (
    <span className={styles.feeling} style={{ color: quiet || tone === 'plain' ? 'var(--ink-2)' : INK[tone] }}>
      <Face valence={valence} />
      {title(name)}
    </span>
  );
}
