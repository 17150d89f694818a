import { useNegative, useReading } from '../../figures/reading';
import { Compared, Conditions, Nothing, useFirstLook } from '../../figures/About';
import { behindMeasure } from '../../figures/behind';
import { CourseCard } from '../../figures/CourseCard';
import { useNewest, useOverview } from '../../figures/data';
import { Failure } from '../../parts/Failure';
import { isMeasure, type Measure } from '../../figures/measures';
import { before as periodBefore } from '../../figures/period';
import { PeriodBar } from '../../figures/PeriodBar';
import { Tiles, TilesComing } from '../../figures/Tiles';
import { usePeriod } from '../../figures/usePeriod';
import styles from '../../figures/figures.module.css';
import { BreakdownCard } from './BreakdownCard';
import { HoursCard } from './HoursCard';
import { MoversCard } from './MoversCard';

/** What the conversations of a period come to, how that changed, and who, what and when is behind it. */
export default function Page() {
  const { t, zone } = useReading();
  const at = usePeriod(zone);
  const { period, filters, interval, address, change } = at;
  const chosen = address.get('measure');
  const measure: Measure = isMeasure(chosen) ? chosen : 'conversations';
  const overview = useOverview(period, filters, interval, zone);
  const then = useOverview(periodBefore(period, zone), filters, interval, zone);
  const none = overview.data?.now.conversations === 0 && !overview.isPlaceholderData;
  const newest = useNewest(filters, 1, none);
  useFirstLook(at, none && !at.named ? newest.data?.[0]?.started_at : undefined, zone);
  const negative = useNegative();
  const within = { from: period.from, to: period.to };
  return (
    <div className={styles.page} aria-busy={overview.isFetching}>
      <header className={styles.head}>
        <h1>{t('overview.title')}</h1>
        <PeriodBar period={period} now={at.now} zone={zone} onChoose={at.choose} />
        <Compared at={at} zone={zone} before={overview.data && { from: overview.data.before_from, to: overview.data.before_to }} />
        <Conditions at={at} />
      </header>
      {overview.isError ? (
        <Failure problem={overview.error} retry={() => void overview.refetch()} />
      ) : !overview.data ? (
        <TilesComing />
      ) : none ? (
        <Nothing at={at} zone={zone} newest={newest.data?.[0]?.started_at} loading={newest.isPending} />
      ) : (
        <>
          <Tiles
            overview={overview.data}
            chosen={measure}
            onChoose={(next) => change({ measure: next === 'conversations' ? null : next }, true)}
            behind={(of) => behindMeasure(of, filters, within, negative)}
          />
          <div className={styles.two}>
            <CourseCard
              measure={measure}
              points={overview.data.course}
              before={then.data?.course ?? []}
              period={period}
              interval={interval}
              zone={zone}
              asTable={address.get('as') === 'table'}
              onInterval={(next) => change({ interval: next }, true)}
              onTable={(table) => change({ as: table ? 'table' : null }, true)}
              behind={(point) => behindMeasure(measure, filters, point)}
            />
            <MoversCard period={period} filters={filters} zone={zone} />
          </div>
          <BreakdownCard at={at} measure={measure} zone={zone} />
          <HoursCard at={at} measure={measure} zone={zone} />
        </>
      )}
    </div>
  );
}
