import { useParams } from 'react-router';
import { useSession } from '../../api/session';
import { Compared, Conditions, Nothing, useFirstLook } from '../../figures/About';
import { behindMeasure } from '../../figures/behind';
import { CourseCard } from '../../figures/CourseCard';
import { useNewest, useOverview } from '../../figures/data';
import styles from '../../figures/figures.module.css';
import { isMeasure, type Measure } from '../../figures/measures';
import { before as periodBefore } from '../../figures/period';
import { PeriodBar } from '../../figures/PeriodBar';
import { useNegative, useReading } from '../../figures/reading';
import { Tiles, TilesComing } from '../../figures/Tiles';
import { usePeriod } from '../../figures/usePeriod';
import { Failure } from '../../parts/Failure';
import { Coaching } from './Coaching';
import { Latest } from './Latest';
import { Standings } from './Standings';

/** One agent: how it goes, what goes well and what does not, and what was said about it. */
export default function Page() {
  const { name = '' } = useParams();
  const { t, zone } = useReading();
  const { user } = useSession();
  const at = usePeriod(zone);
  const { period, interval, address, change } = at;
  const filters = { ...at.filters, agent: [name] };
  const chosen = address.get('measure');
  const measure: Measure = isMeasure(chosen) ? chosen : 'score';
  const overview = useOverview(period, filters, interval, zone);
  const then = useOverview(periodBefore(period, zone), filters, interval, zone);
  const all = useOverview(period, at.filters, interval, zone);
  const none = overview.data?.now.conversations === 0 && !overview.isPlaceholderData;
  const newest = useNewest(filters, 1, none);
  useFirstLook(at, none && !at.named ? newest.data?.[0]?.started_at : undefined, zone);
  const negative = useNegative();
  // Agents see their own conversations alone: there is nobody to be compared with.
  const alone = user.agent === name;
  return (
    <div className={styles.page} aria-busy={overview.isFetching}>
      <header className={styles.head}>
        <h1>
          <span className={styles.kind}>{t('agents.title')}</span> {name}
        </h1>
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
            all={alone ? undefined : all.data?.now}
            chosen={measure}
            onChoose={(next) => change({ measure: next === 'score' ? null : next }, true)}
            behind={(of) => behindMeasure(of, filters, period, negative)}
          />
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
          {!alone && <Standings agent={name} period={period} filters={at.filters} zone={zone} />}
        </>
      )}
      <div className={styles.two}>
        <Latest agent={name} />
        <Coaching agent={name} />
      </div>
    </div>
  );
}
