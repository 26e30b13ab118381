import { Card, Descriptions } from 'antd';
import { Shell } from '../base/Shell.tsx';
import { useWords } from '../words.ts';
import { useMe } from './me.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** The own account: who I am, and my password. */
export function AccountPage() {
  const w = useWords();
  const me = useMe();
  return (
    <Shell path={[{ label: w('menu.account') }]} title={w('menu.account')}>
      <div className="grid-2">
        <Card size="small" title={w('account.me')}>
          <Descriptions
            column={1}
            size="small"
            items={[
              { key: 'username', label: w('signIn.username'), children: me.username },
              { key: 'name', label: w('account.name'), children: me.name },
              ...me.grants.map((grant) => ({
                key: grant.id,
                label: w(`role.${grant.role}`),
                children: grant.unitName,
              })),
            ]}
          />
        </Card>
        <Card size="small" title={w('password.change')}>
          <PasswordForm username={me.username} />
        </Card>
      </div>
    </Shell>
  );
}
