import { Alert, Button, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiRefusal, call } from '../../../api/client.ts';
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { useLanguage } from '../../../words/language.ts';
import { refusalWords } from '../../../words/words.ts';
import { useWords } from '../words.ts';

export function SignIn() {
  const w = useWords();
  useLanguage();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiRefusal | null>(null);
  const signIn = async (body: { username: string; password: string }) => {
    setBusy(true);
    setRefused(null);
    try {
      const me = await call('session.signIn', { body: { ...body, username: body.username.trim() } });
      // Nothing of whoever was here before may be shown to the next.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session.get' });
      queries.setQueryData(['session.get', {}], me);
      await queries.invalidateQueries();
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <header>
        <Mark size={56} />
        <div>
          <h1>{w('brand')}</h1>
          <p className="quiet">{w('signIn.lead')}</p>
        </div>
      </header>
      <Form layout="vertical" requiredMark={false} onFinish={(values) => void signIn(values)}>
        <Form.Item
          name="username"
          label={w('signIn.username')}
          rules={[{ required: true, message: w('field.required') }]}
        >
          <Input autoFocus autoComplete="username" size="large" maxLength={64} />
        </Form.Item>
        <Form.Item
          name="password"
          label={w('signIn.password')}
          rules={[{ required: true, message: w('field.required') }]}
        >
          <Input.Password autoComplete="current-password" size="large" maxLength={128} />
        </Form.Item>
        {refused !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={refusalWords(refused.code, refused.facts)}
            style={{ marginBottom: 16 }}
          />
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {w('signIn.go')}
        </Button>
      </Form>
      <div>
        <LanguageSwitch />
      </div>
    </main>
  );
}
