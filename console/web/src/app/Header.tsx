import { GlobalOutlined, MoonOutlined, QuestionCircleOutlined, SearchOutlined, SunOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input, Tooltip, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMay, useSession, useSignOut } from '../api/session';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/text';
import { useKeys } from '../keys/keys';
import type { Section } from '../sections/section';
import { useWardrobe } from './Dress';
import styles from './Frame.module.css';
import { openKeySheet } from './KeySheet';
import { Mark } from './Mark';

export function Header({ sections }: { sections: Section[] }) {
  const t = useText();
  const navigate = useNavigate();
  const { timeZone } = useFormats();
  const home = sections.find((section) => section.place !== 'none');
  return (
    <header className={styles.head}>
      <a
        className={styles.brand}
        href={`/${home?.path ?? ''}`}
        title={t('frame.home')}
        aria-label={t('frame.name')}
        onClick={(event) => {
          event.preventDefault();
          void navigate(`/${home?.path ?? ''}`);
        }}
      >
        <Mark />
        <span>{t('frame.name')}</span>
      </a>
      <Find />
      <div className={styles.tools}>
        <Tooltip title={t('frame.zone')}>
          <span className={styles.zone}>{timeZone}</span>
        </Tooltip>
        <LanguageAndLook />
        <Tooltip title={t('keys.sheet')}>
          <Button type="text" icon={<QuestionCircleOutlined />} aria-label={t('keys.sheet')} onClick={openKeySheet} />
        </Tooltip>
        <Account sections={sections} />
      </div>
    </header>
  );
}

/** The way to a search from anywhere; on the search screen its own box takes the key. */
function Find() {
  const t = useText();
  const may = useMay();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [typed, setTyped] = useState('');
  const box = useRef<InputRef>(null);
  const shown = may('search') && pathname !== '/search';
  useKeys('keys.everywhere', [
    { keys: '/', text: 'keys.search', run: () => (shown ? box.current?.focus() : document.getElementById('query')?.focus()) },
    { keys: 'g s', text: 'keys.go_search', run: () => void navigate('/search') },
  ]);
  if (!shown) return null;
  return (
    <form
      role="search"
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/search?q=${encodeURIComponent(typed)}`);
        setTyped('');
      }}
    >
      <Input
        ref={box}
        variant="filled"
        prefix={<SearchOutlined className="quiet" />}
        suffix={<kbd>/</kbd>}
        value={typed}
        maxLength={2000}
        aria-label={t('search.box')}
        placeholder={t('frame.find')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
    </form>
  );
}

export function LanguageAndLook() {
  const t = useText();
  const { language, theme, wear } = useWardrobe();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const dark = document.documentElement.dataset.look === 'dark';
  return (
    <>
      <Tooltip title={t('frame.language')}>
        <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => wear({ language: other })}>
          {t('frame.other_language')}
        </Button>
      </Tooltip>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [theme],
          items: (['light', 'dark', 'system'] as const).map((key) => ({ key, label: t(`theme.${key}`) })),
          onClick: ({ key }) => wear({ theme: key as 'light' | 'dark' | 'system' }),
        }}
      >
        <Button type="text" icon={dark ? <MoonOutlined /> : <SunOutlined />} aria-label={t('frame.theme')} />
      </Dropdown>
    </>
  );
}

function Account({ sections }: { sections: Section[] }) {
  const t = useText();
  const { user, version } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const name = user.display_name || user.name;
  const own = sections.filter((section) => section.place === 'account');
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'who', type: 'group', label: t('frame.signed_in', { name }) },
          ...own.map(({ path, title, icon: Icon }) => ({ key: path, icon: <Icon />, label: t(title) })),
          { type: 'divider' },
          { key: 'sign_out', label: t('frame.sign_out') },
          { key: 'version', type: 'group', label: t('frame.version', { version }) },
        ],
        onClick: ({ key }) => (key === 'sign_out' ? signOut.mutate() : void navigate(`/${key}`)),
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('frame.account', { name })} />
    </Dropdown>
  );
}
