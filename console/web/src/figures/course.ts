import type { components } from '../api/contract';
import { countOf, figureText, isFew, kindOf, type Measure } from './measures';

type Point = components['schemas']['overview']['course'][number];

/** The colours of a chart, from the theme. */
export interface Palette {
  readonly line: string;
  readonly before: string;
  readonly text: string;
  readonly grid: string;
  readonly ground: string;
}

/** What a course chart shows. */
export interface Course {
  readonly measure: Measure;
  readonly points: readonly Point[];
  /** The period before, point for point; may be shorter, or empty. */
  readonly before: readonly Point[];
  /** A point's label on the axis, and the long one in its box. */
  readonly label: (point: Point) => string;
  readonly title: (point: Point) => string;
  readonly names: { readonly now: string; readonly before: string; readonly behind: (n: number) => string };
  readonly language: string;
  readonly palette: Palette;
}

/** A value of a chart: nothing where no conversation is behind it. */
function valueOf(point: Point | undefined, measure: Measure): number | null {
  if (!point) {
    return null;
  }
  return measure === 'conversations' ? point.figures.conversations : point.figures[measure];
}

/** Few conversations behind a point are drawn as a ring instead of a disc. */
function marked(point: Point, { measure, palette }: Course) {
  const few = measure !== 'conversations' && isFew(point.figures, measure);
  return {
    value: valueOf(point, measure),
    itemStyle: few ? { color: palette.ground, borderColor: palette.line, borderWidth: 1.5 } : undefined,
  };
}

function nowSeries(course: Course) {
  const shared = { name: course.names.now, color: course.palette.line, cursor: 'pointer' };
  return course.measure === 'conversations'
    ? {
        ...shared,
        type: 'bar' as const,
        data: course.points.map((point) => valueOf(point, course.measure)),
        barMaxWidth: 36,
        itemStyle: { borderRadius: [3, 3, 0, 0] },
      }
    : {
        ...shared,
        type: 'line' as const,
        data: course.points.map((point) => marked(point, course)),
        symbol: 'circle',
        symbolSize: course.points.length > 70 ? 4 : 7,
        showAllSymbol: true,
        lineStyle: { width: 2 },
        connectNulls: false,
      };
}

function beforeSeries(course: Course) {
  return {
    name: course.names.before,
    color: course.palette.before,
    type: 'line' as const,
    data: course.points.map((_, index) => valueOf(course.before[index], course.measure)),
    symbol: 'none',
    lineStyle: { width: 1.5, type: 'dashed' as const },
    silent: true,
    connectNulls: false,
  };
}

/** The text of the box at a point: when, how much, of how many, and how it was before. */
export function boxText(course: Course, index: number): string {
  const point = course.points[index]!;
  const value = (of: Point | undefined) => figureText(course.measure, valueOf(of, course.measure), course.language);
  const lines = [course.title(point), `${course.names.now}  ${value(point)}`];
  if (course.before[index]) {
    lines.push(`${course.names.before}  ${value(course.before[index])}`);
  }
  if (course.measure !== 'conversations') {
    lines.push(course.names.behind(countOf(course.measure, point.figures)));
  }
  return lines.join('\n');
}

/** What ECharts draws: bars for a volume, else a line; the period before dashed. */
export function courseOption(course: Course) {
  const { measure, palette, language } = course;
  const fromZero = measure !== 'score' && measure !== 'satisfaction';
  return {
    animationDuration: 250,
    grid: { left: 4, right: 12, top: 14, bottom: 2, containLabel: true },
    textStyle: { fontFamily: 'inherit', color: palette.text },
    xAxis: {
      type: 'category' as const,
      data: course.points.map(course.label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.grid } },
      axisLabel: { color: palette.text, hideOverlap: true },
      boundaryGap: true,
    },
    yAxis: {
      type: 'value' as const,
      scale: !fromZero,
      min: fromZero ? 0 : undefined,
      minInterval: kindOf(measure) === 'count' ? 1 : undefined,
      splitNumber: 4,
      splitLine: { lineStyle: { color: palette.grid } },
      axisLabel: { color: palette.text, formatter: (value: number) => axisText(measure, value, language) },
    },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn on the chart: as HTML it would need styles that the page's security policy refuses.
      renderMode: 'richText' as const,
      backgroundColor: palette.ground,
      borderColor: palette.grid,
      textStyle: { color: palette.text, lineHeight: 19 },
      formatter: (at: { dataIndex: number }[]) => boxText(course, at[0]!.dataIndex),
    },
    series: [nowSeries(course), ...(course.before.length > 0 ? [beforeSeries(course)] : [])],
  };
}

function axisText(measure: Measure, value: number, language: string): string {
  return kindOf(measure) === 'share'
    ? new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    : kindOf(measure) === 'length'
      ? figureText(measure, value, language)
      : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
}
