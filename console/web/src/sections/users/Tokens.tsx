import { Button, Checkbox, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, type Right, type Schemas, take } from '../../api/client';
import { useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { Tag } from '../../parts/Tag';
import { atLeastOne, useChange, useKnown, useTeams, useTokens } from './data';
import { endOf, LIVES, standing } from './expiry';
import { List } from './List';
import { Scope } from './Scope';
import { type Secret, Shown } from './Shown';
import { useUploadSources } from './uploadSources';
import styles from './users.module.css';

const RIGHTS: Right[] = ['search', 'listen', 'review', 'comment', 'export', 'overview', 'upload', 'operate', 'administer', 'reveal'];

interface Wanted {
  program: string;
  rights: Right[];
  queues: string[];
  teams: string[];
  /** Only where it may upload. */
  sources?: string[];
  days: number;
}

/** Programs that use the API. */
export function Tokens() {
  const [address, setAddress] = useSearchParams();
  const found = useTokens();
  const [secret, setSecret] = useState<Secret>();
  const close = () => setAddress({ tab: 'tokens' });
  const add = useChange(['tokens'], ({ days, ...wanted }: Wanted) =>
    take(api.POST('/tokens', { body: { ...wanted, expires_at: endOf(days, Date.now()) } })),
  );
  const save = (wanted: Wanted) =>
    add.mutate(wanted, {
      onSuccess: ({ token, secret: text }) => {
        close();
        setSecret({ title: 'users.shown.token', name: token.program, text });
      },
    });
  return (
    <>
      <List
        kind="tokens"
        found={found}
        columns={['users.tokens.program', 'users.tokens.rights', 'users.scope', 'users.tokens.expires', 'users.tokens.used', '']}
        row={(token) => <OneToken key={token.number} token={token} />}
        onAdd={() => setAddress({ tab: 'tokens', add: 'yes' })}
      />
      {address.has('add') && <TokenForm busy={add.isPending} onSave={save} onClose={close} />}
      <Shown secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

function OneToken({ token }: { token: Schemas['token'] }) {
  const { t, language, zone } = useReading();
  const { number, program, rights, queues, teams, sources = [], created_at, created_by, expires_at, last_used_at } = token;
  const end = useChange(['tokens'], () => take(api.DELETE('/tokens/{number}', { params: { path: { number } } })));
  const state = standing(expires_at, Date.now());
  return (
    <tr data-off={state === 'expired'}>
      <th scope="row">
        {program}
        <p className="quiet">{t('users.made', { by: created_by, at: momentText(created_at, language, zone) })}</p>
      </th>
      <td>
        <span className={styles.tags}>
          {rights.map((right) => (
            <Tag key={right} tone={right === 'reveal' || right === 'administer' ? 'caution' : undefined}>
              {t(`rights.${right}`)}
            </Tag>
          ))}
          {sources.map((name) => (
            <Tag key={`source ${name}`}>{t('users.tokens.source', { name })}</Tag>
          ))}
        </span>
      </td>
      <td>
        <Scope queues={queues} teams={teams} />
      </td>
      <td>
        {momentText(expires_at, language, zone)}
        {state !== 'valid' && (
          <p>
            <Tag tone={state === 'expired' ? 'negative' : 'caution'}>{t(`users.tokens.${state}`)}</Tag>
          </p>
        )}
      </td>
      <td>{last_used_at ? momentText(last_used_at, language, zone) : <span className="quiet">{t('users.never')}</span>}</td>
      <td className={styles.actions}>
        <Popconfirm
          title={t('users.tokens.end_sure', { program })}
          description={t('users.tokens.end_what')}
          okText={t('users.tokens.end')}
          cancelText={t('users.cancel')}
          onConfirm={() => end.mutate(undefined)}
        >
          <Button type="text" danger>
            {t('users.tokens.end')}
            <span className="unseen">: {program}</span>
          </Button>
        </Popconfirm>
      </td>
    </tr>
  );
}

function TokenForm({ busy, onSave, onClose }: { busy: boolean; onSave: (wanted: Wanted) => void; onClose: () => void }) {
  const { t } = useReading();
  const [form] = Form.useForm<Wanted>();
  const queues = useKnown('queue').map((value) => ({ value }));
  const teams = (useTeams().data ?? []).map(({ name }) => ({ value: name }));
  const sources = useUploadSources().map((value) => ({ value }));
  const uploads = Form.useWatch('rights', form)?.includes('upload');
  return (
    <Modal
      open
      title={t('users.tokens.add')}
      okText={t('users.tokens.make')}
      cancelText={t('users.cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Wanted> form={form} layout="vertical" requiredMark={false} initialValues={{ rights: ['search'], queues: [], teams: [], days: 90 }} onFinish={onSave}>
        <Form.Item name="program" label={t('users.tokens.program')} rules={[{ required: true, max: 64, message: t('users.needed') }]}>
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item name="rights" label={t('users.tokens.rights')} rules={[atLeastOne(t('users.tokens.rights_rule'))]}>
          <Checkbox.Group className={styles.grid} options={RIGHTS.map((value) => ({ value, label: t(`rights.${value}`) }))} />
        </Form.Item>
        {uploads && (
          <Form.Item name="sources" label={t('users.tokens.sources')} extra={t('users.tokens.sources.all')}>
            <Select mode="tags" options={sources} maxCount={100} />
          </Form.Item>
        )}
        <Form.Item name="days" label={t('users.tokens.lives')}>
          <Select options={LIVES.map((days) => ({ value: days, label: t('users.tokens.days', { days }) }))} />
        </Form.Item>
        <Form.Item name="queues" label={t('users.queues')} extra={t('users.queues.all')}>
          <Select mode="tags" options={queues} maxCount={100} />
        </Form.Item>
        <Form.Item name="teams" label={t('users.teams')} extra={t('users.teams.all')}>
          <Select mode="multiple" options={teams} maxCount={100} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
