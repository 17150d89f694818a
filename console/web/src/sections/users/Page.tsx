import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import styles from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { Teams } from './Teams';
import { Tokens } from './Tokens';
import { Users } from './Users';
import { Webhooks } from './Webhooks';

const TABS = { users: Users, teams: Teams, tokens: Tokens, webhooks: Webhooks };
type Tab = keyof typeof TABS;

/** Who may do what: people, their teams, programs, and who is told of finished conversations. */
export default function Page() {
  const { t } = useReading();
  const [address, setAddress] = useSearchParams();
  const named = address.get('tab') ?? '';
  const tab: Tab = named in TABS ? (named as Tab) : 'users';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('users.title')}</h1>
      </header>
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(name) => setAddress(name === 'users' ? {} : { tab: name })}
        items={Object.entries(TABS).map(([key, Content]) => ({ key, label: t(`users.tab.${key}`), children: <Content /> }))}
      />
    </div>
  );
}
