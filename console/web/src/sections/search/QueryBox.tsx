import { SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api, take } from '../../api/client';
import { Problem } from '../../api/problem';
import { useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { useDelayed } from '../../parts/useDelayed';
import styles from './QueryBox.module.css';
import { QueryHelp } from './QueryHelp';

interface Completions {
  start: number;
  end: number;
  completions: { text: string; kind: string; count?: number }[];
}

const NONE: Completions = { start: 0, end: 0, completions: [] };

/** The one box: completes while one types, searches on Enter, and shows a mistake where it is. */
export function QueryBox({ q, search, problem }: { q: string; search: (q: string) => void; problem?: unknown }) {
  const t = useText();
  const { number } = useFormats();
  const list = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // While an input method composes, what stands in the box is not yet what is meant.
  const [composing, setComposing] = useState(false);

  useEffect(() => setTyped(q), [q]);

  const found = useCompletions(typed, caret, open && !composing);
  const shown = open && found.completions.length > 0;

  const type = (text: string, at: number) => {
    setTyped(text);
    setCaret(at);
    setOpen(true);
    setActive(-1);
  };
  const go = (text: string) => {
    setOpen(false);
    search(text.trim());
  };
  const complete = (index: number) => {
    const { text, kind } = found.completions[index]!;
    const at = found.start + text.length;
    type(typed.slice(0, found.start) + text + typed.slice(found.end), at);
    if (kind === 'value') setOpen(false);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(at, at);
    });
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || composing) return;
    const count = found.completions.length;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (shown && active >= 0) complete(active);
      else go(typed);
    } else if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      setActive(event.key === 'ArrowDown' ? (active + 1) % count : active <= 0 ? count - 1 : active - 1);
    } else if (shown && event.key === 'Tab' && active >= 0) {
      event.preventDefault();
      complete(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else box.current?.blur();
    }
  };

  return (
    <div className={styles.box}>
      <form
        role="search"
        className={styles.field}
        onSubmit={(event) => {
          event.preventDefault();
          go(typed);
        }}
      >
        <SearchOutlined className={styles.glass} />
        <input
          id="query"
          ref={box}
          role="combobox"
          aria-label={t('search.box')}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
          aria-describedby={problem ? `${list}-mistake` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={2000}
          placeholder={t('search.placeholder')}
          value={typed}
          onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={press}
          onBlur={() => setOpen(false)}
        />
        {typed && (
          <button
            type="button"
            className={styles.clear}
            aria-label={t('search.clear')}
            onClick={() => {
              type('', 0);
              go('');
              box.current?.focus();
            }}
          >
            <span aria-hidden="true">{'×'}</span>
          </button>
        )}
        <QueryHelp
          search={(example) => {
            setTyped(example);
            go(example);
          }}
        />
      </form>
      <ul id={list} role="listbox" aria-label={t('search.completions')} className={styles.list} hidden={!shown}>
        {found.completions.map((completion, index) => (
          <li
            key={`${completion.kind} ${completion.text}`}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              complete(index);
            }}
          >
            <code>{completion.text}</code>
            <span className="quiet">{t(`search.kind.${completion.kind}`)}</span>
            {completion.count !== undefined && <span className={`number quiet ${styles.count}`}>{number(completion.count)}</span>}
          </li>
        ))}
      </ul>
      <Mistake id={`${list}-mistake`} box={box} problem={problem} />
    </div>
  );
}

function useCompletions(typed: string, caret: number, wanted: boolean): Completions {
  const settled = useDelayed(`${caret} ${typed}`, 120);
  const position = Number.parseInt(settled, 10);
  const q = settled.slice(settled.indexOf(' ') + 1);
  const { data } = useQuery({
    queryKey: ['completions', q, position],
    queryFn: ({ signal }) => take(api.GET('/queries/completions', { params: { query: { q, position } }, signal })),
    enabled: wanted && settled === `${caret} ${typed}`,
    retry: false,
    staleTime: 60_000,
  });
  // Completions of what stood there before would replace the wrong characters.
  return wanted && data && q === typed && position === caret ? data : NONE;
}

/** What is wrong with the query, under the very characters. */
function Mistake({ id, box, problem }: { id: string; box: React.RefObject<HTMLInputElement | null>; problem?: unknown }) {
  const [place, setPlace] = useState({ left: 0, width: 0 });
  const found = problem instanceof Problem && problem.inQuery ? problem : undefined;

  useLayoutEffect(() => {
    if (!found || !box.current) return;
    const pen = document.createElement('canvas').getContext('2d')!;
    const { font, paddingLeft } = getComputedStyle(box.current);
    pen.font = font;
    const left = box.current.offsetLeft + Number.parseFloat(paddingLeft) - box.current.scrollLeft;
    const before = pen.measureText(box.current.value.slice(0, found.start)).width;
    const wrong = pen.measureText(box.current.value.slice(found.start, found.end ?? found.start)).width;
    setPlace({ left: Math.min(left + before, box.current.offsetLeft + box.current.clientWidth - 20), width: Math.max(8, wrong) });
  }, [found, box]);

  if (!found) return null;
  return (
    <div id={id} role="alert" className={styles.mistake}>
      <span className={styles.wave} style={{ left: place.left, width: place.width }} />
      <span style={{ paddingLeft: `min(${place.left}px, 40%)` }}>{found.detail ?? found.title}</span>
    </div>
  );
}
