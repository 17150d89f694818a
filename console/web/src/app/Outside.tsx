import type { ReactNode } from 'react';
import { LanguageAndLook } from './Header';
import { Mark } from './Mark';
import styles from './Outside.module.css';

/** The screen before one is inside: one card, and the language to read it in. */
export function Outside({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className={styles.outside}>
      <div className={styles.tools}>
        <LanguageAndLook />
      </div>
      <main className={styles.card}>
        <Mark size={40} />
        <div>
          <h1>{title}</h1>
          <p className="quiet">{text}</p>
        </div>
        {children}
      </main>
      <Voices />
    </div>
  );
}

/** Two quiet voices across the foot of the page. */
function Voices() {
  const bars = Array.from({ length: 120 }, (_, i) => {
    const half = 4 + 34 * Math.abs(Math.sin(i * 0.21) * Math.sin(i * 0.83 + 1) * Math.sin(i * 0.037 + 0.6));
    const customer = Math.sin(i * 0.11) > 0;
    return <path key={i} d={`M${i * 10 + 5} ${60 - half}v${half * 2}`} stroke={customer ? 'var(--customer)' : 'var(--agent)'} />;
  });
  return (
    <svg className={styles.voices} viewBox="0 0 1200 120" preserveAspectRatio="xMidYMid slice" strokeWidth="3" strokeLinecap="round" aria-hidden="true">
      {bars}
    </svg>
  );
}
