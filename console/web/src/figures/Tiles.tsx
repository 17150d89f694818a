import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useReading } from './reading';
import { ChangeMark } from './ChangeMark';
import type { Overview } from './data';
import { Few } from './Few';
import { countOf, type Figures, figureText, kindOf, type Measure, MEASURES } from './measures';
import { Spark } from './Spark';
import styles from './figures.module.css';

/** Kinds of figures whose number alone does not say in what it is counted. */
const UNITS = new Set(['points', 'stars', 'length']);

interface Shown {
  readonly overview: Overview;
  /** What all agents come to, where the figures are one agent's. */
  readonly all?: Figures;
  readonly chosen: Measure;
  readonly onChoose: (measure: Measure) => void;
  /** The conversations behind a measure. */
  readonly behind: (measure: Measure) => string;
}

/** The figures of a period, each with its change, its course, and the conversations behind it. */
export function Tiles(shown: Shown) {
  return (
    <ul className={styles.tiles}>
      {MEASURES.map((measure) => (
        <Tile key={measure} measure={measure} {...shown} />
      ))}
    </ul>
  );
}

function Tile({ measure, overview, all, chosen, onChoose, behind }: Shown & { measure: Measure }) {
  const { t, language } = useReading();
  const { now, before, course } = overview;
  return (
    <li className={styles.tile} data-chosen={measure === chosen}>
      <div className={styles.tileHead}>
        <button type="button" className={styles.choose} aria-pressed={measure === chosen} onClick={() => onChoose(measure)}>
          {t(`figures.${measure}`)}
        </button>
        <Few figures={now} measure={measure} />
      </div>
      <div className={styles.value}>
        <strong>{figureText(measure, now[measure], language)}</strong>
        {UNITS.has(kindOf(measure)) && <span className={styles.unit}>{t(`figures.unit.${kindOf(measure)}`)}</span>}
        <Spark course={course} measure={measure} />
      </div>
      <ChangeMark measure={measure} now={now} before={before} />
      {all && measure !== 'conversations' && (
        <span className={styles.all}>{t('figures.all_agents', { value: figureText(measure, all[measure], language) })}</span>
      )}
      <Link className={styles.behind} to={behind(measure)}>
        {measure === 'conversations' ? t('figures.open_all') : t('figures.behind', { n: countOf(measure, now) })}
        <span className="unseen">: {t(`figures.${measure}`)}</span>
      </Link>
    </li>
  );
}

/** Where the figures will be. */
export function TilesComing() {
  return (
    <ul className={styles.tiles} aria-hidden="true">
      {MEASURES.map((measure) => (
        <li key={measure} className={styles.tile}>
          <Skeleton active title={{ width: '55%' }} paragraph={{ rows: 2, width: ['35%', '70%'] }} />
        </li>
      ))}
    </ul>
  );
}
