import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { api, type Schemas, take } from '../../api/client';
import styles from '../../figures/figures.module.css';
import { clockLength } from '../../figures/measures';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { Failure } from '../../parts/Failure';

const PAGE = 10;

function useCoaching(agent: string) {
  return useInfiniteQuery({
    queryKey: ['coaching', agent],
    queryFn: ({ pageParam, signal }) =>
      take(api.GET('/comments', { params: { query: { agent, coaching: true, offset: pageParam, limit: PAGE } }, signal })),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => (pages.length * PAGE < total ? pages.length * PAGE : undefined),
  });
}

/** What reviewers wrote for the agent to read, each at its moment. */
export function Coaching({ agent }: { agent: string }) {
  const { t } = useReading();
  const found = useCoaching(agent);
  const comments = found.data?.pages.flatMap((page) => page.comments) ?? [];
  return (
    <section className={styles.card} aria-labelledby="coaching">
      <header className={styles.cardHead}>
        <h2 id="coaching">{t('agents.coaching')}</h2>
      </header>
      {found.isError ? (
        <Failure problem={found.error} retry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 5 }} />
      ) : comments.length === 0 ? (
        <p className="quiet">{t('agents.coaching.none')}</p>
      ) : (
        <>
          <ol className={styles.movers}>
            {comments.map((comment) => (
              <Comment key={comment.number} comment={comment} />
            ))}
          </ol>
          {found.hasNextPage && (
            <Button type="link" size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('agents.coaching.more')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Comment({ comment }: { comment: Schemas['comment'] }) {
  const { t, language, zone } = useReading();
  const { conversation, text, start_ms, end_ms, by, at } = comment;
  const when = end_ms ? `${clockLength(start_ms)}–${clockLength(end_ms)}` : clockLength(start_ms);
  return (
    <li>
      <p className={styles.said}>{text}</p>
      <small>
        <Link to={`/c/${conversation}?t=${start_ms / 1000}`}>{t('agents.coaching.at', { when })}</Link> · {by} ·{' '}
        {momentText(at, language, zone)}
      </small>
    </li>
  );
}
