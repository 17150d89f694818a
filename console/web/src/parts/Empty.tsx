import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../i18n/text';
import styles from './parts.module.css';

/** Says that there is nothing, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.middle}>
      <svg width="64" height="32" viewBox="0 0 64 32" aria-hidden="true">
        <g stroke="var(--line)" strokeWidth="3" strokeLinecap="round">
          {[3, 6, 10, 5, 8, 13, 7, 4, 6, 3].map((half, i) => (
            <path key={i} d={`M${5 + i * 6} ${16 - half}v${2 * half}`} />
          ))}
        </g>
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function NotFound() {
  const t = useText();
  return (
    <Empty title={t('failure.not_found')}>
      <p className="quiet">{t('failure.not_found_detail')}</p>
      <Link to="/">{t('frame.home')}</Link>
    </Empty>
  );
}
