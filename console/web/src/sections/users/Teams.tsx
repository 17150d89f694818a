import { Button, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { api, type Schemas, take } from '../../api/client';
import { useReading } from '../../figures/reading';
import { useChange, useKnown, useTeams } from './data';
import { List } from './List';
import styles from './users.module.css';

type Team = Schemas['team'];

/** Agents who belong together, so that a lead sees theirs. */
export function Teams() {
  const { t } = useReading();
  const [address, setAddress] = useSearchParams();
  const found = useTeams();
  const edited = found.data?.find(({ name }) => name === address.get('change'));
  const close = () => setAddress({ tab: 'teams' });
  const save = useChange(['teams'], ({ name, agents }: Team) =>
    take(api.PUT('/teams/{name}', { params: { path: { name } }, body: { agents } })),
  );
  const remove = useChange(['teams'], (name: string) => take(api.DELETE('/teams/{name}', { params: { path: { name } } })));
  return (
    <>
      <List
        kind="teams"
        found={found}
        columns={['users.teams.name', 'users.teams.agents', '']}
        row={({ name, agents }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.wide}>
              {agents.length === 0 ? (
                <span className="quiet">{t('users.teams.empty')}</span>
              ) : (
                agents.map((agent) => (
                  <Link key={agent} className={styles.agent} to={`/agents/${encodeURIComponent(agent)}`}>
                    {agent}
                  </Link>
                ))
              )}
            </td>
            <td className={styles.actions}>
              <Link to={`/users?tab=teams&change=${encodeURIComponent(name)}`}>
                {t('users.change')}
                <span className="unseen">: {name}</span>
              </Link>
              <Popconfirm
                title={t('users.teams.remove_sure', { name })}
                description={t('users.teams.remove_what')}
                okText={t('users.remove')}
                cancelText={t('users.cancel')}
                onConfirm={() => remove.mutate(name)}
              >
                <Button type="text" danger>
                  {t('users.remove')}
                  <span className="unseen">: {name}</span>
                </Button>
              </Popconfirm>
            </td>
          </tr>
        )}
        onAdd={() => setAddress({ tab: 'teams', add: 'yes' })}
      />
      {(edited || address.has('add')) && (
        <TeamForm key={edited?.name ?? ''} team={edited} busy={save.isPending} onSave={(team) => save.mutate(team, { onSuccess: close })} onClose={close} />
      )}
    </>
  );
}

function TeamForm({ team, busy, onSave, onClose }: { team?: Team; busy: boolean; onSave: (team: Team) => void; onClose: () => void }) {
  const { t } = useReading();
  const [form] = Form.useForm<Team>();
  const agents = useKnown('agent').map((value) => ({ value }));
  return (
    <Modal
      open
      title={team ? team.name : t('users.teams.add')}
      okText={t('users.save')}
      cancelText={t('users.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Team> form={form} layout="vertical" requiredMark={false} initialValues={team ?? { agents: [] }} onFinish={(values) => onSave({ ...team, ...values })}>
        {!team && (
          <Form.Item name="name" label={t('users.teams.name')} rules={[{ required: true, max: 64, message: t('users.needed') }]}>
            <Input autoFocus autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="agents" label={t('users.teams.agents')} extra={t('users.teams.agents_how')}>
          <Select mode="tags" options={agents} maxCount={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
