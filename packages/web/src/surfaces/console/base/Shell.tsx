import { Breadcrumb, Button, Dropdown, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { call } from '../../../api/client.ts';
import { useMe } from '../account/me.ts';
import { useWords, type ConsoleKey } from '../words.ts';
import { useAct } from './useCall.ts';

export interface Crumb {
  readonly label: string;
  readonly to?: string;
}

const menu: readonly { path: string; key: ConsoleKey; action: string }[] = [
  { path: '/', key: 'menu.seasons', action: 'season.read' },
  { path: '/banks', key: 'menu.banks', action: 'bank.read' },
  { path: '/units', key: 'menu.units', action: 'unit.read' },
  { path: '/accounts', key: 'menu.accounts', action: 'account.manage' },
  { path: '/audit', key: 'menu.audit', action: 'audit.read' },
];

/** Head, path and title of every page; `main` is the page's one red button. */
export function Shell(props: {
  path: readonly Crumb[];
  title: ReactNode;
  under?: ReactNode;
  main?: ReactNode;
  children: ReactNode;
}) {
  const { path, title, under, main, children } = props;
  const w = useWords();
  const me = useMe();
  const [location, go] = useLocation();
  const { run } = useAct();
  const here = menu.find(({ path: at }) => at !== '/' && location.startsWith(at))?.path;
  const inside = location === '/account' ? undefined : (here ?? '/');
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header className="console-head">
        <Link href="/" className="brand">
          <Mark size={34} />
          <span>{w('brand')}</span>
        </Link>
        <Menu
          mode="horizontal"
          selectedKeys={inside === undefined ? [] : [inside]}
          items={menu
            .filter(({ action }) => (me.actions as readonly string[]).includes(action))
            .map(({ path: at, key }) => ({ key: at, label: <Link href={at}>{w(key)}</Link> }))}
        />
        <LanguageSwitch />
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'account', label: w('menu.password'), onClick: () => go('/account') },
              {
                key: 'out',
                label: w('menu.signOut'),
                onClick: () => void run(() => call('session.signOut')),
              },
            ],
          }}
        >
          <Button type="text">{me.name}</Button>
        </Dropdown>
      </Layout.Header>
      <Layout.Content>
        <nav className="console-path" aria-label={w('path')}>
          <Breadcrumb
            items={path.map(({ label, to }) => ({
              title: to === undefined ? label : <Link href={to}>{label}</Link>,
            }))}
          />
        </nav>
        <main className="console-page">
          <div className="console-title">
            <div>
              <h1>{title}</h1>
              {under !== undefined && <p>{under}</p>}
            </div>
            {main}
          </div>
          {children}
        </main>
      </Layout.Content>
    </Layout>
  );
}
