import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { NavLink, useNavigate } from 'react-router';
import { useText } from '../i18n/text';
import { useKeys } from '../keys/keys';
import type { Section } from '../sections/section';
import styles from './Frame.module.css';

export function Navigation({ sections, narrow, toggle }: { sections: Section[]; narrow: boolean; toggle: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  useKeys(
    'keys.sections',
    sections.flatMap(({ key, path, title }) => (key ? [{ keys: `g ${key}`, text: title, run: () => void navigate(`/${path}`) }] : [])),
  );
  const fold = t(narrow ? 'frame.unfold' : 'frame.fold');
  return (
    <nav className={styles.rail} aria-label={t('frame.navigation')}>
      {sections
        .filter((section) => section.place === 'navigation')
        .map(({ path, title, icon: Icon }) => (
          <Tooltip key={path} title={narrow ? t(title) : undefined} placement="right">
            <NavLink to={`/${path}`} className={styles.way} aria-label={t(title)}>
              <Icon />
              <span>{t(title)}</span>
            </NavLink>
          </Tooltip>
        ))}
      <button type="button" className={`${styles.way} ${styles.fold}`} onClick={toggle} aria-label={fold} aria-expanded={!narrow}>
        {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span>{fold}</span>
      </button>
    </nav>
  );
}
