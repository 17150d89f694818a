import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas, take } from '../../api/client';
import { useSession } from '../../api/session';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { Tag } from '../../parts/Tag';
import { useChange, useUsers } from './data';
import { List } from './List';
import { Scope } from './Scope';
import { type Secret, Shown } from './Shown';
import { type NewUser, UserForm } from './UserForm';
import styles from './users.module.css';

type User = Schemas['user'];

const path = (name: string) => ({ params: { path: { name } } });

/** What the contract takes of a user whose rights are changed. */
function rightsOf({ display_name, roles, agent, queues, teams, may_reveal, enabled }: User) {
  return { display_name, roles, agent: agent || undefined, queues, teams, may_reveal, enabled };
}

/** People who may sign in. */
export function Users() {
  const [address, setAddress] = useSearchParams();
  const found = useUsers();
  const [secret, setSecret] = useState<Secret>();
  const edited = found.data?.find(({ name }) => name === address.get('change'));
  const close = () => setAddress({});
  const add = useChange(['users'], (body: NewUser) => take(api.POST('/users', { body })));
  const change = useChange(['users'], (user: User) => take(api.PUT('/users/{name}', { ...path(user.name), body: rightsOf(user) })));

  const save = (values: NewUser) => {
    if (edited) {
      change.mutate({ ...edited, ...values }, { onSuccess: close });
    } else {
      add.mutate(values, {
        onSuccess: ({ user, password }) => {
          close();
          setSecret({ title: 'users.shown.first_password', name: user.name, text: password });
        },
      });
    }
  };

  return (
    <>
      <List
        kind="users"
        found={found}
        columns={['users.users.display_name', 'users.users.roles', 'users.scope', 'users.users.state', 'users.users.seen', '']}
        row={(user) => <OneUser key={user.name} user={user} onSecret={setSecret} onChange={change.mutate} />}
        onAdd={() => setAddress({ add: 'yes' })}
      />
      {(edited || address.has('add')) && (
        <UserForm key={edited?.name ?? ''} user={edited} busy={add.isPending || change.isPending} onSave={save} onClose={close} />
      )}
      <Shown secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

/** Whether somebody's roles show the own conversations alone. */
const seesOwn = (roles: User['roles']) => roles.every((role) => role === 'agent');

interface Row {
  readonly user: User;
  readonly onSecret: (secret: Secret) => void;
  readonly onChange: (user: User) => void;
}

function OneUser({ user, onSecret, onChange }: Row) {
  const { t, language, zone } = useReading();
  const { name, display_name, roles, agent, queues, teams, may_reveal, enabled, last_seen_at } = user;
  return (
    <tr data-off={!enabled}>
      <th scope="row">
        {display_name || name}
        <p className="quiet">{name}</p>
      </th>
      <td>
        <span className={styles.tags}>
          {roles.map((role) => (
            <Tag key={role}>{role === 'agent' && agent ? t('users.role_as', { role: t('roles.agent'), agent }) : t(`roles.${role}`)}</Tag>
          ))}
          {may_reveal && <Tag tone="caution">{t('users.users.reveals')}</Tag>}
        </span>
      </td>
      <td>{seesOwn(roles) ? <span className="quiet">{t('users.scope.own')}</span> : <Scope queues={queues} teams={teams} />}</td>
      <td>{enabled ? t('users.users.enabled') : <Tag tone="negative">{t('users.users.disabled')}</Tag>}</td>
      <td>{last_seen_at ? momentText(last_seen_at, language, zone) : <span className="quiet">{t('users.never')}</span>}</td>
      <td className={styles.actions}>
        <Link to={`/users?change=${encodeURIComponent(name)}`}>
          {t('users.change')}
          <span className="unseen">: {name}</span>
        </Link>
        <More user={user} onSecret={onSecret} onChange={onChange} />
      </td>
    </tr>
  );
}

/** What is done to a user seldom, and with care. */
function More({ user, onSecret, onChange }: Row) {
  const { t } = useReading();
  const { modal } = App.useApp();
  const session = useSession();
  const { name, enabled } = user;
  const reset = useChange(['users'], () => take(api.POST('/users/{name}/password', path(name))));
  const remove = useChange(['users'], () => take(api.DELETE('/users/{name}', path(name))));
  const own = session.user.name === name;

  const ask = (what: string, run: () => void, danger = false) =>
    void modal.confirm({
      title: t(`users.users.${what}_sure`, { name }),
      content: t(`users.users.${what}_what`),
      okText: t(`users.users.${what}`),
      cancelText: t('users.cancel'),
      okButtonProps: { danger },
      onOk: run,
    });

  const actions = {
    reset: () =>
      ask('reset', () =>
        reset.mutate(undefined, {
          onSuccess: ({ password }) => onSecret({ title: 'users.shown.new_password', name, text: password }),
        }),
      ),
    disable: () => ask('disable', () => onChange({ ...user, enabled: false }), true),
    enable: () => onChange({ ...user, enabled: true }),
    remove: () => ask('remove', () => remove.mutate(undefined), true),
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'reset', label: t('users.users.reset') },
          enabled ? { key: 'disable', label: t('users.users.disable'), disabled: own } : { key: 'enable', label: t('users.users.enable') },
          { type: 'divider' },
          { key: 'remove', label: t('users.users.remove'), danger: true, disabled: own },
        ],
        onClick: ({ key }) => actions[key as keyof typeof actions](),
      }}
    >
      <Button type="text" icon={<MoreOutlined />} aria-label={t('users.more', { name })} />
    </Dropdown>
  );
}
