import type { components } from '../api/contract';
import { countOf, type Figures, type Measure, together } from './measures';
import { hourOf, weekdayOf } from './zone';

type Point = components['schemas']['overview']['course'][number];

/** One hour of a weekday, over all weeks of a period. */
export interface Hour {
  /** 0 for Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** How many conversations are behind the value. */
  readonly count: number;
  readonly value: number | null;
  /** The hours of the calendar that it stands for and that have conversations, oldest first. */
  readonly points: readonly Point[];
}

/** The hours of the week, Monday's midnight first, from a course by the hour. */
export function hoursOfWeek(course: readonly Point[], measure: Measure, zone: string): Hour[][] {
  const points: Point[][][] = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => []));
  for (const point of course) {
    if (point.figures.conversations > 0) {
      const from = new Date(point.from);
      points[weekdayOf(from, zone)]![hourOf(from, zone)]!.push(point);
    }
  }
  return points.map((day, weekday) => day.map((list, hour) => hourOfWeek(weekday, hour, list, measure)));
}

function hourOfWeek(weekday: number, hour: number, points: Point[], measure: Measure): Hour {
  const figures: Figures[] = points.map((point) => point.figures);
  return {
    weekday,
    hour,
    count: figures.reduce((sum, one) => sum + countOf(measure, one), 0),
    value: together(measure, figures),
    points,
  };
}

/** How dark each value is drawn, 0 to 4: in equal steps between the least and the greatest. */
export function shades(hours: readonly (readonly Hour[])[]): (value: number | null) => number {
  const values = hours.flat().flatMap(({ value, count }) => (value === null || count === 0 ? [] : [value]));
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return (value) => (value === null ? 0 : span === 0 ? 1 : Math.min(4, Math.floor((5 * (value - least)) / span)));
}
