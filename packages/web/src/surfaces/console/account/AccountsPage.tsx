import { App, Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { AccountForm, GrantForm } from './AccountForms.tsx';
import { OneTimePassword, type Secret } from './OneTimePassword.tsx';
import { useMe } from './me.ts';
import type { Account } from '../nouns.ts';

export function AccountsPage() {
  const w = useWords();
  const accounts = useCall('account.list', {});
  const [creating, setCreating] = useState(false);
  const [granting, setGranting] = useState<Account | null>(null);
  const [secret, setSecret] = useState<Secret | null>(null);
  return (
    <Shell
      path={[{ label: w('menu.accounts') }]}
      title={w('menu.accounts')}
      under={w('account.lead')}
      main={
        <Button type="primary" onClick={() => setCreating(true)}>
          {w('account.new')}
        </Button>
      }
    >
      <Loaded of={accounts}>
        {(data) => <AccountTable accounts={data.accounts} grant={setGranting} show={setSecret} />}
      </Loaded>
      {creating && <AccountForm close={() => setCreating(false)} created={setSecret} />}
      {granting !== null && <GrantForm account={granting} close={() => setGranting(null)} />}
      {secret !== null && <OneTimePassword secret={secret} close={() => setSecret(null)} />}
    </Shell>
  );
}

function AccountTable(props: {
  accounts: readonly Account[];
  grant: (account: Account) => void;
  show: (secret: Secret) => void;
}) {
  const w = useWords();
  const me = useMe();
  const { modal } = App.useApp();
  const { run } = useAct();
  const reset = (account: Account) =>
    modal.confirm({
      title: w('account.resetAsk', { name: account.name }),
      content: w('account.resetWhat'),
      okText: w('account.reset'),
      cancelText: w('cancel'),
      onOk: async () => {
        const reply = await run(() => call('account.resetPassword', { params: { accountId: account.id } }));
        if (reply !== null) props.show({ ...account, password: reply.oneTimePassword });
      },
    });
  const disable = (account: Account) =>
    modal.confirm({
      title: w(account.disabled ? 'account.enableAsk' : 'account.disableAsk', { name: account.name }),
      content: account.disabled ? undefined : w('account.disableWhat'),
      okText: w(account.disabled ? 'account.enable' : 'account.disable'),
      cancelText: w('cancel'),
      onOk: () =>
        run(
          () =>
            call('account.disable', {
              params: { accountId: account.id },
              body: { disabled: !account.disabled },
            }),
          w('saved'),
        ),
    });
  const removeGrant = (account: Account, grant: Account['grants'][number]) =>
    modal.confirm({
      title: w('grant.removeAsk', {
        name: account.name,
        unit: grant.unitName,
        role: w(`role.${grant.role}`),
      }),
      okText: w('grant.remove'),
      cancelText: w('cancel'),
      onOk: () =>
        run(() => call('grant.remove', { params: { accountId: account.id, grantId: grant.id } }), w('saved')),
    });
  return (
    <DataTable<Account>
      rows={props.accounts}
      rowKey={(account) => account.id}
      name={w('menu.accounts')}
      empty={w('account.empty')}
      columns={[
        { key: 'username', title: w('signIn.username'), text: (row) => row.username },
        { key: 'name', title: w('account.name'), text: (row) => row.name },
        {
          key: 'grants',
          title: w('account.grants'),
          text: (row) => row.grants.map((g) => `${g.unitName} ${w(`role.${g.role}`)}`).join('；'),
          render: (row) => (
            <Space wrap size={4}>
              {row.grants.map((grant) => (
                <Tag
                  key={grant.id}
                  closable={row.id !== me.id}
                  onClose={(event) => {
                    event.preventDefault();
                    removeGrant(row, grant);
                  }}
                >
                  {grant.unitName} · {w(`role.${grant.role}`)}
                </Tag>
              ))}
              <Button size="small" type="dashed" onClick={() => props.grant(row)}>
                {w('grant.add')}
              </Button>
            </Space>
          ),
        },
        {
          key: 'state',
          title: w('state'),
          filter: true,
          text: (row) => w(row.disabled ? 'account.disabled' : 'account.active'),
        },
        {
          key: 'acts',
          title: '',
          acts: true,
          text: () => null,
          render: (row) => (
            <Space>
              <Button size="small" onClick={() => reset(row)}>
                {w('account.reset')}
              </Button>
              <Button size="small" disabled={row.id === me.id} onClick={() => disable(row)}>
                {w(row.disabled ? 'account.enable' : 'account.disable')}
              </Button>
            </Space>
          ),
        },
      ]}
    />
  );
}
