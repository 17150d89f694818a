import { App, Segmented, Select, Switch } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useSession, useSetPreferences } from '../../api/session';
import { useWardrobe } from '../../app/Dress';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { localZone } from '../../i18n/formats';
import { PasswordForm } from '../../parts/PasswordForm';
import { Tag } from '../../parts/Tag';
import { zones } from './zones';
import styles from './account.module.css';

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** Who one is here, how the console looks and sounds, and the own password. */
export default function Page() {
  const { t } = useReading();
  const { message } = App.useApp();
  return (
    <div className={`${shared.page} ${styles.narrow}`}>
      <header className={shared.head}>
        <h1>{t('account.title')}</h1>
      </header>
      <Who />
      <Settings />
      <section className={shared.card} aria-labelledby="password">
        <header className={shared.cardHead}>
          <h2 id="password">{t('account.password')}</h2>
        </header>
        <p className={styles.rule}>{t('password.rule')} {t('account.password.others')}</p>
        <div className={styles.form}>
          <PasswordForm done={() => void message.success(t('account.password.done'))} />
        </div>
      </section>
    </div>
  );
}

function Who() {
  const { t } = useReading();
  const { user, rights, idle_minutes } = useSession();
  const { name, display_name, roles, agent, queues, teams } = user;
  const sees = [...queues.map((queue) => t('account.queue', { name: queue })), ...teams.map((team) => t('account.team', { name: team }))];
  return (
    <section className={shared.card} aria-labelledby="who">
      <header className={shared.cardHead}>
        <h2 id="who">{display_name || name}</h2>
      </header>
      <dl className={styles.facts}>
        <Fact name="account.name">{name}</Fact>
        <Fact name="account.roles">
          {roles.map((role) => (
            <Tag key={role}>{t(`roles.${role}`)}</Tag>
          ))}
        </Fact>
        <Fact name="account.rights">
          {rights.map((right) => (
            <Tag key={right}>{t(`rights.${right}`)}</Tag>
          ))}
        </Fact>
        <Fact name="account.sees">
          {sees.length > 0 ? sees.map((text) => <Tag key={text}>{text}</Tag>) : t(agent ? 'account.sees.own' : 'account.sees.all', { agent })}
        </Fact>
        {idle_minutes !== undefined && <Fact name="account.idle">{t('account.idle.after', { n: idle_minutes })}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useReading();
  return (
    <div>
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything here holds at once and on every machine. */
function Settings() {
  const { t } = useReading();
  const { preferences } = useSession();
  const set = useSetPreferences();
  const { language, theme, wear } = useWardrobe();
  const known = useMemo(() => zones(new Date()), []);
  return (
    <section className={shared.card} aria-labelledby="settings">
      <header className={shared.cardHead}>
        <h2 id="settings">{t('account.settings')}</h2>
        <span className="quiet">{t('account.settings.about')}</span>
      </header>
      <Choice id="language" text="account.language">
        <Segmented
          aria-labelledby="language"
          value={language}
          options={(['en', 'zh-CN'] as const).map((value) => ({ value, label: <span lang={value}>{t(`account.language.${value}`)}</span> }))}
          onChange={(value) => wear({ language: value })}
        />
      </Choice>
      <Choice id="theme" text="account.theme">
        <Segmented
          aria-labelledby="theme"
          value={theme}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
          onChange={(value) => wear({ theme: value })}
        />
      </Choice>
      <Choice id="zone" text="account.zone" more="account.zone.about">
        <Select
          aria-labelledby="zone"
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.zone}
          value={preferences.time_zone || ''}
          options={[{ value: '', label: t('account.zone.local', { zone: localZone() }) }, ...known]}
          onChange={(time_zone) => set({ time_zone })}
        />
      </Choice>
      <Choice id="speed" text="account.speed">
        <Select
          aria-labelledby="speed"
          className={styles.speed}
          value={preferences.speed ?? 1}
          options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
          onChange={(speed) => set({ speed })}
        />
      </Choice>
      <Choice id="silence" text="account.silence">
        <Switch aria-labelledby="silence" checked={preferences.skip_silence ?? false} onChange={(skip_silence) => set({ skip_silence })} />
      </Choice>
      <Choice id="keys" text="account.keys" more="account.keys.about">
        <Switch aria-labelledby="keys" checked={preferences.shortcuts !== false} onChange={(shortcuts) => set({ shortcuts })} />
      </Choice>
    </section>
  );
}

function Choice({ id, text, more, children }: { id: string; text: string; more?: string; children: ReactNode }) {
  const { t } = useReading();
  return (
    <div className={styles.choice}>
      <div>
        <span id={id}>{t(text)}</span>
        {more && <p className="quiet">{t(more)}</p>}
      </div>
      {children}
    </div>
  );
}
