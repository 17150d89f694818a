import { Button, Popover } from 'antd';
import { useState } from 'react';
import { useText } from '../../i18n/text';
import styles from './QueryHelp.module.css';

const TOPICS = ['words', 'phrase', 'meaning', 'sounds', 'near', 'ends', 'then', 'choice', 'without', 'speaker', 'emotion', 'facts', 'numbers'] as const;

/** The query language in plain words; each example can be tried by a click. */
export function QueryHelp({ search }: { search: (example: string) => void }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const help = (
    <dl className={styles.help}>
      {TOPICS.map((topic) => {
        const example = t(`search.help.${topic}.example`);
        return (
          <div key={topic}>
            <dt>
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  search(example);
                }}
              >
                {example}
              </button>
            </dt>
            <dd>{t(`search.help.${topic}`)}</dd>
          </div>
        );
      })}
    </dl>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} title={t('search.help')} content={help}>
      <Button type="text" size="small">
        {t('search.help.open')}
      </Button>
    </Popover>
  );
}
