import { Button, Form, Input } from 'antd';
import { call } from '../../../api/client.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';

/** Current password, new one twice. */
export function PasswordForm({ username }: { username: string }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<{ current: string; next: string; again: string }>();
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      style={{ maxWidth: 380 }}
      onFinish={({ current, next }) =>
        void run(
          () => call('session.changePassword', { body: { current, next } }),
          w('password.changed'),
        ).then((me) => me !== null && form.resetFields())
      }
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Form.Item
        name="current"
        label={w('password.current')}
        rules={[{ required: true, message: w('field.required') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="next"
        label={w('password.next')}
        extra={w('password.rule')}
        rules={[{ required: true, min: 10, message: w('password.rule') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={w('password.again')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(w('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {w('password.change')}
      </Button>
    </Form>
  );
}
