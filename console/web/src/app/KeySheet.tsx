import { Modal, Switch } from 'antd';
import { Fragment, useEffect, useState } from 'react';
import { useSession, useSetPreferences } from '../api/session';
import { useText } from '../i18n/text';
import type { Binding } from '../keys/binding';
import { useKeyGroups, useKeys } from '../keys/keys';
import styles from './KeySheet.module.css';

const OPEN = new EventTarget();

export function openKeySheet() {
  OPEN.dispatchEvent(new Event('open'));
}

const SIGNS: Record<string, string> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Enter: '↵',
};

/** Every key that works on the screen that is shown, in the language of the console. */
export function KeySheet() {
  const t = useText();
  const groups = useKeyGroups();
  const [open, setOpen] = useState(false);
  const { preferences } = useSession();
  const setPreferences = useSetPreferences();
  useKeys('keys.everywhere', [{ keys: '?', text: 'keys.sheet', run: openKeySheet }]);
  useEffect(() => {
    const show = () => setOpen(true);
    OPEN.addEventListener('open', show);
    return () => OPEN.removeEventListener('open', show);
  }, []);

  const on = preferences.shortcuts !== false;
  const byTitle = new Map<string, Binding[]>();
  if (open) groups().forEach(({ title, bindings }) => byTitle.set(title, [...(byTitle.get(title) ?? []), ...bindings]));
  return (
    <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('keys.sheet')} width={680}>
      <label className={styles.switch}>
        <Switch size="small" checked={on} onChange={(shortcuts) => setPreferences({ shortcuts })} />
        <span>{t('keys.on')}</span>
      </label>
      <div className={styles.groups}>
        {[...byTitle].reverse().map(([title, found]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {found.map((binding) => (
                <Fragment key={[binding.keys].flat().join()}>
                  <dt>
                    <Keys binding={binding} />
                  </dt>
                  <dd>{t(binding.text)}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Keys({ binding }: { binding: Binding }) {
  return [binding.keys].flat().map((keys) => (
    <span key={keys} className={styles.keys}>
      {keys.split(/[ +](?=.)/).map((key) => (
        <kbd key={key}>{SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
      ))}
    </span>
  ));
}
