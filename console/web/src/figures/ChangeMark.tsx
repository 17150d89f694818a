import { useReading } from './reading';
import { changeOf, type Figures, figureText, type Measure, sizeText } from './measures';
import styles from './figures.module.css';

const ARROWS = { up: '▲', down: '▼', same: '=', none: '' };

/** How a figure moved since before: an arrow, how far, and in words whether that is good. */
export function ChangeMark({
  measure,
  now,
  before,
  short = false,
}: {
  measure: Measure;
  now: Figures;
  before: Figures;
  short?: boolean;
}) {
  const { t, language } = useReading();
  const change = changeOf(measure, now, before);
  const then = figureText(measure, before[measure], language);
  if (change.direction === 'none') {
    return short ? null : <span className={styles.change}>{t('figures.change.none')}</span>;
  }
  if (change.direction === 'same') {
    return <span className={styles.change}>{t('figures.change.same')}</span>;
  }
  const size = t(`figures.change.${change.unit}`, { size: sizeText(change, language) });
  return (
    <span className={styles.change} data-judgement={change.judgement} data-few={change.few}>
      <span className={styles.moved}>
        <span aria-hidden="true">{ARROWS[change.direction]}</span>
        <span className="unseen">{t(`figures.change.${change.direction}`)}</span> {size}
      </span>{' '}
      {short ? (
        <span className="unseen">{t(`figures.change.${change.judgement}`, { value: then })}</span>
      ) : (
        t(`figures.change.${change.judgement}`, { value: then })
      )}
    </span>
  );
}
