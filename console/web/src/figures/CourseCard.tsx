import { Segmented, theme } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useReading } from './reading';
import { ChangeMark } from './ChangeMark';
import { type Course, courseOption } from './course';
import type { Overview } from './data';
import { Few } from './Few';
import { countOf, figureText, isFew, type Measure } from './measures';
import { fittingIntervals, type Interval, type Period } from './period';
import { pointLabel, pointTitle } from './words';
import styles from './figures.module.css';

const Chart = lazy(() => import('./Chart'));

type Point = Overview['course'][number];

interface Shown {
  readonly measure: Measure;
  readonly points: readonly Point[];
  readonly before: readonly Point[];
  readonly period: Period;
  readonly interval: Interval;
  readonly zone: string;
  readonly asTable: boolean;
  readonly onInterval: (interval: Interval) => void;
  readonly onTable: (asTable: boolean) => void;
  /** The conversations behind a point. */
  readonly behind: (point: Point) => string;
}

/** The course of a measure, as a chart or as a table; each point opens its conversations. */
export function CourseCard(shown: Shown) {
  const { t } = useReading();
  const { measure, period, interval, asTable, onInterval, onTable } = shown;
  const intervals = fittingIntervals(period).map((value) => ({ value, label: t(`figures.by.${value}`) }));
  return (
    <section className={styles.card} aria-labelledby="course">
      <header className={styles.cardHead}>
        <h2 id="course">{t('figures.course', { measure: t(`figures.${measure}`) })}</h2>
        {intervals.length > 1 && (
          <Segmented size="small" aria-label={t('figures.interval')} options={intervals} value={interval} onChange={onInterval} />
        )}
        <Segmented
          size="small"
          aria-label={t('figures.shown_as')}
          options={['chart', 'table'].map((value) => ({ value, label: t(`figures.as.${value}`) }))}
          value={asTable ? 'table' : 'chart'}
          onChange={(value) => onTable(value === 'table')}
        />
      </header>
      {asTable ? <CourseTable {...shown} /> : <CourseChart {...shown} />}
    </section>
  );
}

function CourseChart({ measure, points, before, interval, zone, behind }: Shown) {
  const { t, language } = useReading();
  const { token } = theme.useToken();
  const navigate = useNavigate();
  const few = points.some(({ figures }) => figures.conversations > 0 && isFew(figures, measure));
  const option = useMemo(() => {
    const course: Course = {
      measure,
      points,
      before,
      label: (point) => pointLabel(point.from, interval, language, zone),
      title: (point) => pointTitle(point, interval, language, zone),
      names: {
        now: t(`figures.${measure}`),
        before: t('figures.before'),
        behind: (n) => t('figures.behind', { n }),
      },
      language,
      palette: {
        line: token.colorPrimary,
        before: token.colorTextTertiary,
        text: token.colorTextSecondary,
        grid: token.colorBorderSecondary,
        ground: token.colorBgElevated,
      },
    };
    return courseOption(course);
    // The words change with the language alone.
  }, [measure, points, before, interval, language, zone, token]);
  return (
    <>
      <Suspense fallback={<div className={styles.chart} aria-busy="true" />}>
        <Chart
          option={option}
          label={t('figures.chart', { measure: t(`figures.${measure}`), n: points.length })}
          onOpen={(index) => points[index] && void navigate(behind(points[index]))}
        />
      </Suspense>
      <p className={styles.legend}>
        <span className={measure === 'conversations' ? styles.keyBar : styles.keyLine} aria-hidden="true" /> {t('figures.now')}
        <span className={styles.keyBefore} aria-hidden="true" /> {t('figures.before')}
        {few && measure !== 'conversations' && (
          <>
            <span className={styles.keyFew} aria-hidden="true" /> {t('figures.few', { few: 20 })}
          </>
        )}
        <span className={styles.hint}>{t('figures.click')}</span>
      </p>
    </>
  );
}

function CourseTable({ measure, points, before, interval, zone, behind }: Shown) {
  const { t, language } = useReading();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(`figures.by.${interval}`)}</th>
            <th scope="col">{t(`figures.${measure}`)}</th>
            <th scope="col">{t('figures.change')}</th>
            {measure !== 'conversations' && <th scope="col">{t('figures.conversations')}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point, index) => (
            <tr key={point.from}>
              <th scope="row">{pointTitle(point, interval, language, zone)}</th>
              <td>
                {measure === 'conversations' ? (
                  <Link to={behind(point)}>{point.figures.conversations}</Link>
                ) : (
                  figureText(measure, point.figures[measure], language)
                )}
              </td>
              <td>{before[index] && <ChangeMark measure={measure} now={point.figures} before={before[index].figures} />}</td>
              {measure !== 'conversations' && (
                <td>
                  <Link to={behind(point)}>{countOf(measure, point.figures)}</Link> <Few figures={point.figures} measure={measure} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
