import { Button } from 'antd';
import { Problem } from '../api/problem';
import { useText } from '../i18n/text';
import styles from './parts.module.css';

/** What went wrong in plain words, and the way to try again. */
export function Failure({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const t = useText();
  const { title, detail } = useProblemWords()(problem);
  return (
    <div className={styles.middle} role="alert">
      <h2>{title}</h2>
      {detail && <p className="quiet">{detail}</p>}
      {retry && <Button onClick={retry}>{t('failure.retry')}</Button>}
    </div>
  );
}

/** Title and remedy of a problem; what the console knows itself is told in its language. */
export function useProblemWords() {
  const t = useText();
  return (problem: unknown): { title: string; detail?: string } => {
    if (!(problem instanceof Problem)) return { title: t('failure.unexpected'), detail: t('failure.unexpected_detail') };
    if (problem.status === 0) return { title: t('failure.unreachable'), detail: t('failure.unreachable_detail') };
    if (problem.status === 403) return { title: t('failure.forbidden'), detail: t('failure.forbidden_detail') };
    if (problem.status === 404) return { title: t('failure.not_found'), detail: t('failure.not_found_detail') };
    if (problem.status === 429) return { title: t('failure.too_many'), detail: problem.detail };
    if (problem.status >= 500) return { title: t('failure.server'), detail: problem.detail ?? t('failure.unreachable_detail') };
    return { title: problem.title, detail: problem.detail };
  };
}
