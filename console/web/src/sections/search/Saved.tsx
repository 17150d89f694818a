import { BookOutlined, DeleteOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { api, take } from '../../api/client';
import { useSession } from '../../api/session';
import { useText } from '../../i18n/text';
import { useProblemWords } from '../../parts/Failure';
import { Tag } from '../../parts/Tag';
import { readSearch, writeSearch, type Search } from './search';
import styles from './Saved.module.css';

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
          <Keep search={search} />
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
  const { user } = useSession();
  const queries = useQueryClient();
  const { data: searches } = useQuery({ queryKey: KEY, queryFn: () => take(api.GET('/searches')) });
  const remove = useMutation({
    mutationFn: (number: number) => take(api.DELETE('/searches/{number}', { params: { path: { number } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  if (!searches?.length) return <p className="quiet">{t('search.saved.none')}</p>;
  return (
    <ul className={styles.list}>
      {searches.map(({ number, title, search, shared, by }) => (
        <li key={number}>
          <button type="button" onClick={() => go(readSearch(new URLSearchParams(search)))}>
            {title}
          </button>
          {by !== user.name ? <span className="quiet">{t('search.saved.by', { name: by })}</span> : shared && <Tag>{t('search.saved.shared')}</Tag>}
          {by === user.name && (
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('search.saved.delete', { title })} onClick={() => remove.mutate(number)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Keep({ search }: { search: Search }) {
  const t = useText();
  const words = useProblemWords();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => take(api.POST('/searches', { body: { title: title.trim(), search: writeSearch({ ...search, page: 1 }), shared } })),
    onSuccess: () => {
      setTitle('');
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
          {t('search.saved.save')}
        </Button>
      </div>
      {save.error && <p role="alert">{words(save.error).title}</p>}
    </form>
  );
}
