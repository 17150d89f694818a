import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** A quiet word in a box. The tone only supports what the word says. */
export function Tag({ tone, children, title }: { tone?: 'negative' | 'positive' | 'accent' | 'caution' | 'plain'; children: ReactNode; title?: string }) {
  return (
    <span className={styles.tag} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
