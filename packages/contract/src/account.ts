import { ACTIONS } from '@leitai/rules';
import { Type } from 'typebox';
import { Closed, Code, Done, Id, Maybe, RoleWord, Text, Words } from './shapes.ts';
import type { Endpoint } from './endpoint.ts';

export const GrantView = Closed({
  id: Id,
  role: RoleWord,
  unitId: Id,
  unitName: Type.String(),
  unitPath: Type.String(),
});

export const Me = Closed({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  mustChangePassword: Type.Boolean(),
  grants: Type.Array(GrantView),
  /** Acts allowed anywhere at all: the menu is made from these. */
  actions: Type.Array(Words(ACTIONS)),
  /** Where phones reach the house, `http://address:port`: offered for QR codes. Empty when it does not know. */
  addresses: Type.Array(Type.String()),
});

const AccountView = Closed({
  id: Type.String(),
  username: Type.String(),
  name: Type.String(),
  disabled: Type.Boolean(),
  grants: Type.Array(GrantView),
});

const Password = Type.String({ minLength: 10, maxLength: 128 });
const ParamsAccount = Closed({ accountId: Text(64) });

export const accountEndpoints = {
  'session.signIn': {
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in with user name and password; sets an HttpOnly cookie',
    access: { who: 'public' },
    body: Closed({ username: Text(64), password: Type.String({ minLength: 1, maxLength: 128 }) }),
    reply: Me,
  },
  'session.get': {
    method: 'GET',
    path: '/api/session',
    summary: 'Who am I, what may I do; null when not signed in',
    access: { who: 'public' },
    reply: Maybe(Me),
  },
  'session.signOut': {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Sign out',
    access: { who: 'self' },
    reply: Done,
  },
  'session.changePassword': {
    method: 'POST',
    path: '/api/session/password',
    summary: 'Change the own password; signs out every other session of the account',
    access: { who: 'self' },
    body: Closed({ current: Type.String({ minLength: 1, maxLength: 128 }), next: Password }),
    reply: Me,
  },
  'account.list': {
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts with a grant inside the units the caller manages',
    access: { who: 'filtered', action: 'account.manage' },
    reply: Closed({ accounts: Type.Array(AccountView) }),
  },
  'account.create': {
    method: 'POST',
    path: '/api/accounts',
    summary: 'Create an account with one grant; replies with a one-time password',
    access: { who: 'staff', action: 'account.manage', of: 'unit', at: 'body.unitId' },
    body: Closed({ username: Code, name: Text(60), unitId: Id, role: RoleWord }),
    reply: Closed({ account: AccountView, oneTimePassword: Type.String() }),
  },
  'account.resetPassword': {
    method: 'POST',
    path: '/api/accounts/:accountId/password',
    summary: 'New one-time password; ends the sessions of the account',
    access: { who: 'staff', action: 'account.manage', of: 'account', at: 'params.accountId' },
    params: ParamsAccount,
    reply: Closed({ oneTimePassword: Type.String() }),
  },
  'account.disable': {
    method: 'POST',
    path: '/api/accounts/:accountId/disabled',
    summary: 'Disable or enable an account; disabling ends its sessions',
    access: { who: 'staff', action: 'account.manage', of: 'account', at: 'params.accountId' },
    params: ParamsAccount,
    body: Closed({ disabled: Type.Boolean() }),
    reply: AccountView,
  },
  'grant.add': {
    method: 'POST',
    path: '/api/accounts/:accountId/grants',
    summary: 'Grant a role on a unit and everything below it',
    access: { who: 'staff', action: 'account.manage', of: 'unit', at: 'body.unitId' },
    params: ParamsAccount,
    body: Closed({ unitId: Id, role: RoleWord }),
    reply: AccountView,
  },
  'grant.remove': {
    method: 'DELETE',
    path: '/api/accounts/:accountId/grants/:grantId',
    summary: 'Take a grant back',
    access: { who: 'staff', action: 'account.manage', of: 'account', at: 'params.accountId' },
    params: Closed({ accountId: Text(64), grantId: Id }),
    reply: AccountView,
  },
} as const satisfies Record<string, Endpoint>;
