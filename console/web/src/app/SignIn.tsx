import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Divider, Form, Input } from 'antd';
import { useEffect } from 'react';
import { api, take } from '../api/client';
import { Problem } from '../api/problem';
import { useSignIn } from '../api/session';
import { useText } from '../i18n/text';
import { useProblemWords } from '../parts/Failure';
import { Outside } from './Outside';

export function SignIn() {
  const t = useText();
  const words = useProblemWords();
  const signIn = useSignIn();
  const ways = useQuery({ queryKey: ['session', 'ways'], queryFn: () => take(api.GET('/sign-in-ways')) }).data;
  const wrong = signIn.error instanceof Problem && signIn.error.status === 401;
  const problem = signIn.error && !wrong ? words(signIn.error) : undefined;

  useEffect(() => {
    document.title = `${t('sign_in.title')} · ${t('frame.name')}`;
  }, [t]);

  return (
    <Outside title={t('sign_in.title')} text={t('sign_in.text')}>
      {wrong && <Alert type="error" showIcon title={t('sign_in.wrong')} />}
      {problem && <Alert type="error" showIcon title={problem.title} description={problem.detail} />}
      {ways?.password !== false && (
        <Form layout="vertical" requiredMark={false} onFinish={(values: { name: string; password: string }) => signIn.mutate(values)}>
          <Form.Item name="name" label={t('sign_in.name')} rules={[{ required: true, message: t('sign_in.name_missing') }]}>
            <Input autoFocus size="large" autoComplete="username" maxLength={64} />
          </Form.Item>
          <Form.Item name="password" label={t('sign_in.password')} rules={[{ required: true, message: t('sign_in.password_missing') }]}>
            <Input.Password size="large" autoComplete="current-password" maxLength={256} />
          </Form.Item>
          <Button block size="large" type="primary" htmlType="submit" loading={signIn.isPending}>
            {t('sign_in.go')}
          </Button>
        </Form>
      )}
      {ways?.oidc && (
        <>
          {ways.password && <Divider plain>{t('sign_in.or')}</Divider>}
          <Button block size="large" href={`/sign-in/oidc?to=${encodeURIComponent(location.pathname + location.search)}`}>
            {t('sign_in.with', { provider: ways.oidc })}
          </Button>
        </>
      )}
    </Outside>
  );
}
