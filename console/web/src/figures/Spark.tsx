import type { Overview } from './data';
import type { Measure } from './measures';
import styles from './figures.module.css';

const WIDTH = 120;
const HEIGHT = 28;

/** The pieces of a line through values between two bounds; a gap where a value is missing. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((value): value is number => value !== null);
  const least = Math.min(...known);
  const span = Math.max(...known) - least || 1;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let pen = 'M';
  return values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const point = `${pen}${(index * step).toFixed(1)} ${(height - ((value - least) / span) * height).toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join('');
}

/** The course of a measure as a small line, for the eye alone: the chart and its table say it in full. */
export function Spark({ course, measure }: { course: Overview['course']; measure: Measure }) {
  const values = course.map(({ figures }) => figures[measure]);
  if (values.filter((value) => value !== null).length < 2) {
    return <svg className={styles.spark} aria-hidden="true" />;
  }
  return (
    <svg className={styles.spark} viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={sparkPath(values, WIDTH, HEIGHT)} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
