import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { courseOption } from './course';
import { systemIsStill } from '../app/theme';
import styles from './figures.module.css';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** A drawn course. It is a picture to screen readers; the table beside it says the same. */
export default function Chart({
  option,
  label,
  onOpen,
}: {
  option: ReturnType<typeof courseOption>;
  label: string;
  /** Opens what is behind a point. */
  onOpen: (index: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof init>>(undefined);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  }, [onOpen]);

  useEffect(() => {
    const chart = init(place.current, undefined, { renderer: 'svg' });
    drawn.current = chart;
    // The whole column opens, not only the small mark in it.
    chart.getZr().on('click', ({ offsetX, offsetY }: { offsetX: number; offsetY: number }) => {
      if (chart.containPixel('grid', [offsetX, offsetY])) {
        open.current(Math.round(Number(chart.convertFromPixel({ xAxisIndex: 0 }, offsetX))));
      }
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, []);

  useEffect(() => {
    drawn.current?.setOption({ ...option, animation: !systemIsStill.is() }, { notMerge: true });
  }, [option]);

  return <div ref={place} className={styles.chart} role="img" aria-label={label} />;
}
