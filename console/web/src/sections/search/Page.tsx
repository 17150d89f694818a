import { Button, Pagination, Skeleton } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Problem } from '../../api/problem';
import { useMay, useSession } from '../../api/session';
import { useText } from '../../i18n/text';
import { useKeys } from '../../keys/keys';
import { Empty } from '../../parts/Empty';
import { Failure } from '../../parts/Failure';
import { conversationAddress, DEEPEST, type Walk } from '../../parts/walk';
import { chosenColumns } from './columns';
import { Filters } from './Filters';
import styles from './Page.module.css';
import { QueryBox } from './QueryBox';
import { Results } from './Results';
import { isNarrowed, offsetOf, PAGE_SIZE, sortOf, writeSearch, EVERYTHING, type Search } from './search';
import { Tokens } from './Tokens';
import { Toolbar } from './Toolbar';
import { usePreview } from './usePreview';
import { useConditions, useFacets, useHits, useSearch } from './useSearch';

export default function Page() {
  const t = useText();
  const navigate = useNavigate();
  const [search, go] = useSearch();
  const [drawn, setDrawn] = useState(false);
  const list = { ...useConditions(search), sort: sortOf(search) };
  const hits = useHits(search);
  const facets = useFacets(search);
  const { preferences } = useSession();
  const preview = usePreview();
  const shown = useRef<HTMLDivElement>(null);
  const keepPlace = useKeptScroll(shown, hits.data !== undefined);
  useListKeys(shown, () => setDrawn((before) => !before));

  const walk: Walk = {
    ids: hits.data?.hits.map((hit) => hit.conversation.id) ?? [],
    back: `/search?${writeSearch(search)}`,
    review: Boolean(search.sample),
    page: hits.data && !search.sample ? { query: list, offset: offsetOf(search), limit: PAGE_SIZE, total: hits.data.total } : undefined,
  };
  const way = (id: string, ms?: number, turn?: number) => ({ to: conversationAddress(id, { ms, turn, q: search.q }), state: { walk } });
  const review = () => {
    const first = walk.ids[0];
    if (first) void navigate(conversationAddress(first, { q: search.q }), { state: { walk } });
  };
  const mistake = hits.error instanceof Problem && hits.error.inQuery ? hits.error : undefined;

  return (
    <div className={styles.page} data-filters={drawn}>
      <h1 className="unseen">{t('search.title')}</h1>
      <aside className={styles.filters} aria-label={t('search.filters')}>
        <Filters search={search} go={go} facets={facets.data} />
      </aside>
      <div className={styles.found} ref={shown} onScroll={keepPlace}>
        <div className={styles.top}>
          <QueryBox q={search.q} search={(q) => go({ ...search, q, page: 1 })} problem={mistake} />
          <Tokens search={search} go={go} />
          <Toolbar search={search} go={go} found={mistake ? undefined : hits.data} review={hits.isPlaceholderData ? undefined : review} filters={() => setDrawn(!drawn)} />
        </div>
        {hits.error && !mistake && <Failure problem={hits.error} retry={() => void hits.refetch()} />}
        {hits.isPending && <Waiting />}
        {hits.data && !hits.error && hits.data.hits.length > 0 && (
          <>
            <Results
              hits={hits.data.hits}
              columns={chosenColumns(preferences.columns)}
              sort={sortOf(search)}
              resort={(sort) => go({ ...search, sort, page: 1 })}
              stale={hits.isPlaceholderData}
              preview={preview}
              way={way}
            />
            {!search.sample && <Pages search={search} go={go} total={hits.data.total} />}
          </>
        )}
        {hits.data && !hits.error && hits.data.hits.length === 0 && <Nothing search={search} go={go} />}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true">
      {[1, 2, 3, 4, 5, 6].map((row) => (
        <Skeleton key={row} active title={{ width: '60%' }} paragraph={{ rows: 1 }} className={styles.waiting} />
      ))}
    </div>
  );
}

function Pages({ search, go, total }: { search: Search; go: (next: Search) => void; total: number }) {
  const t = useText();
  if (total <= PAGE_SIZE) return null;
  return (
    <nav className={styles.pages} aria-label={t('search.pages')}>
      <Pagination
        size="small"
        current={search.page}
        pageSize={PAGE_SIZE}
        total={Math.min(total, DEEPEST)}
        showSizeChanger={false}
        onChange={(page) => go({ ...search, page })}
      />
      {total > DEEPEST && <span className="quiet">{t('search.deepest', { n: DEEPEST })}</span>}
    </nav>
  );
}

/** Nothing found is not the same as nothing there. */
function Nothing({ search, go }: { search: Search; go: (next: Search) => void }) {
  const t = useText();
  const may = useMay();
  const words = search.q.trim();
  if (!isNarrowed(search)) {
    return (
      <Empty title={t('search.empty.data')}>
        {may('upload') && <p className="quiet">{t('search.empty.data_text')}</p>}
      </Empty>
    );
  }
  return (
    <Empty title={t('search.empty.hits')}>
      <p className="quiet">{t('search.empty.hits_text')}</p>
      <div className={styles.next}>
        {isNarrowed({ ...search, q: '' }) && <Button onClick={() => go({ ...EVERYTHING, q: search.q })}>{t('search.remove_all')}</Button>}
        {words && !/[~":]/.test(words) && <Button onClick={() => go({ ...search, q: `~"${words}"`, page: 1 })}>{t('search.empty.meaning')}</Button>}
      </div>
    </Empty>
  );
}

/** Up and down go through the list, Enter opens what has the focus. */
function useListKeys(list: React.RefObject<HTMLElement | null>, filters: () => void) {
  const step = (by: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    next?.focus();
    next?.closest('tbody')?.scrollIntoView({ block: 'nearest' });
  };
  useKeys('search.title', [
    { keys: ['ArrowDown', 'j'], text: 'search.keys.down', run: () => step(1) },
    { keys: ['ArrowUp', 'k'], text: 'search.keys.up', run: () => step(-1) },
    { keys: 'Enter', text: 'search.keys.open', run: () => list.current?.querySelector<HTMLElement>('[data-row]')?.click() },
    { keys: 'f', text: 'search.keys.filters', run: filters },
  ]);
}

/** Coming back to a list finds it where it was left. */
function useKeptScroll(list: React.RefObject<HTMLElement | null>, ready: boolean) {
  const { key } = useLocation();
  const name = `scroll ${key}`;
  useLayoutEffect(() => {
    if (ready && list.current) list.current.scrollTop = Number(sessionStorage.getItem(name) ?? 0);
    // Only the first rows that are there decide; later ones replace them in place.
  }, [name, ready, list]);
  return () => sessionStorage.setItem(name, String(list.current?.scrollTop ?? 0));
}
