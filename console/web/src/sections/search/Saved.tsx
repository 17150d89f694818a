import { BookOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { api, take, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/text';
import { useProblemWords } from '../../parts/Failure';
import { Tag } from '../../parts/Tag';
import { readSearch, writeSearch, type Search } from './search';
import styles from './Saved.module.css';

type Kept = Schemas['saved_search'];
type NewSearch = Schemas['new_search'];

const KEY = ['searches'];

/** Searches that were kept, one's own and those that others share. */
export function Saved({ search, go }: { search: Search; go: (next: Search) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('search.saved')}
      content={
        <div className={styles.card}>
          <List
            go={(next) => {
              setOpen(false);
              go(next);
            }}
          />
          <Naming of={{ ...UNNAMED, search: writeSearch({ ...search, page: 1 }) }} keep={(body) => take(api.POST('/searches', { body }))} />
        </div>
      }
    >
      <Tooltip title={t('search.saved')}>
        <Button type="text" size="small" icon={<BookOutlined />} aria-label={t('search.saved')} />
      </Tooltip>
    </Popover>
  );
}

function List({ go }: { go: (next: Search) => void }) {
  const t = useText();
  const { data: searches } = useQuery({ queryKey: KEY, queryFn: () => take(api.GET('/searches')) });
  if (!searches?.length) return <p className="quiet">{t('search.saved.none')}</p>;
  return (
    <ul className={styles.list}>
      {searches.map((saved) => (
        <Row key={saved.number} saved={saved} go={go} />
      ))}
    </ul>
  );
}

function Row({ saved, go }: { saved: Kept; go: (next: Search) => void }) {
  const t = useText();
  const { user } = useSession();
  const queries = useQueryClient();
  const [renaming, setRenaming] = useState(false);
  const { number, title, search, shared, by } = saved;
  const remove = useMutation({
    mutationFn: () => take(api.DELETE('/searches/{number}', { params: { path: { number } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const own = by === user.name;
  const renamed = (body: NewSearch) => take(api.PUT('/searches/{number}', { params: { path: { number } }, body }));
  return (
    <li>
      <button type="button" onClick={() => go(readSearch(new URLSearchParams(search)))}>
        {title}
      </button>
      {!own ? <span className="quiet">{t('search.saved.by', { name: by })}</span> : shared && <Tag>{t('search.saved.shared')}</Tag>}
      {own && (
        <>
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-expanded={renaming}
            aria-label={t('search.saved.rename', { title })}
            onClick={() => setRenaming(!renaming)}
          />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('search.saved.delete', { title })} onClick={() => remove.mutate()} />
        </>
      )}
      {renaming && <Naming of={saved} keep={renamed} kept={() => setRenaming(false)} />}
    </li>
  );
}

const UNNAMED = { title: '', shared: false };

/** A name for a search, and whether others see it. */
function Naming({ of, keep, kept }: { of: Pick<Kept, 'title' | 'shared' | 'search'>; keep: (body: NewSearch) => Promise<unknown>; kept?: () => void }) {
  const t = useText();
  const words = useProblemWords();
  const queries = useQueryClient();
  const [title, setTitle] = useState(of.title);
  const [shared, setShared] = useState(of.shared);
  const save = useMutation({
    mutationFn: () => keep({ title: title.trim(), search: of.search, shared }),
    onSuccess: () => {
      setTitle(of.title);
      kept?.();
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
  return (
    <form
      className={styles.keep}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) save.mutate();
      }}
    >
      <Input size="small" maxLength={120} placeholder={t('search.saved.title')} aria-label={t('search.saved.title')} value={title} onChange={(event) => setTitle(event.target.value)} />
      <div className={styles.line}>
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('search.saved.share')}
        </Checkbox>
        <Button size="small" type="primary" htmlType="submit" disabled={!title.trim()} loading={save.isPending}>
          {t(kept ? 'search.saved.keep' : 'search.saved.save')}
        </Button>
      </div>
      {save.error && <p role="alert">{words(save.error).title}</p>}
    </form>
  );
}
