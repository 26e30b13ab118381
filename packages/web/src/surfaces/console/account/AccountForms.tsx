import { ROLES, type Role } from '@leitai/rules';
import { Form, Input, Select } from 'antd';
import { FormSheet } from '../base/FormSheet.tsx';
import { call } from '../../../api/client.ts';
import { CODE } from '../base/codeRule.ts';
import { useAct } from '../base/useCall.ts';
import { UnitSelect } from '../unit/UnitSelect.tsx';
import { useWords } from '../words.ts';
import type { Secret } from './OneTimePassword.tsx';
import type { Account } from '../nouns.ts';

/** Which unit, which role: the same two questions for a new account and for one more role. */
function GrantFields() {
  const w = useWords();
  return (
    <>
      <Form.Item
        name="unitId"
        label={w('grant.unit')}
        extra={w('grant.unitLead')}
        rules={[{ required: true }]}
      >
        <UnitSelect />
      </Form.Item>
      <Form.Item name="role" label={w('grant.role')} rules={[{ required: true }]}>
        <Select
          options={ROLES.map((role) => ({
            value: role,
            label: `${w(`role.${role}`)} — ${w(`roleOf.${role}`)}`,
          }))}
        />
      </Form.Item>
    </>
  );
}

export function AccountForm({ close, created }: { close: () => void; created: (secret: Secret) => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<{ username: string; name: string; unitId: string; role: Role }>();
  return (
    <FormSheet
      title={w('account.new')}
      ok={w('account.create')}
      busy={busy}
      form={form}
      close={close}
      initialValues={{ role: 'organizer' }}
      onFinish={(body) =>
        void run(() => call('account.create', { body })).then((reply) => {
          if (reply === null) return;
          close();
          created({ ...reply.account, password: reply.oneTimePassword });
        })
      }
    >
      <Form.Item
        name="username"
        label={w('signIn.username')}
        extra={w('code.rule')}
        rules={[{ required: true, pattern: CODE, message: w('code.rule') }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={w('account.name')} rules={[{ required: true }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <GrantFields />
    </FormSheet>
  );
}

export function GrantForm({ account, close }: { account: Account; close: () => void }) {
  const w = useWords();
  const { busy, run } = useAct();
  const [form] = Form.useForm<{ unitId: string; role: Role }>();
  return (
    <FormSheet
      title={w('grant.addTo', { name: account.name })}
      ok={w('grant.add')}
      busy={busy}
      form={form}
      close={close}
      onFinish={(body) =>
        void run(() => call('grant.add', { params: { accountId: account.id }, body }), w('saved')).then(
          (reply) => reply !== null && close(),
        )
      }
    >
      <GrantFields />
    </FormSheet>
  );
}
