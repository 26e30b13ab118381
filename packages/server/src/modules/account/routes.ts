import { ok, refuse } from '@leitai/rules';
import type { HandlersOf } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { webHeaders, type Auth } from './auth.ts';
import { managesAll, removeGrant, resetPassword, setDisabled } from './changeAccount.ts';
import { changePassword } from './changePassword.ts';
import { addGrant, createStaff, oneTimePassword } from './createStaff.ts';
import { staffOf } from './identity.ts';
import { presentAccount, presentMe } from './present.ts';
import { FailedTries, signIn } from './signIn.ts';
import { readAccount, readAccounts } from './store.ts';

type Names =
  | 'session.signIn'
  | 'session.get'
  | 'session.signOut'
  | 'session.changePassword'
  | 'account.list'
  | 'account.create'
  | 'account.resetPassword'
  | 'account.disable'
  | 'grant.add'
  | 'grant.remove';

export function accountRoutes(platform: Platform, auth: Auth): HandlersOf<Names> {
  const tries = new FailedTries();
  const changeTries = new FailedTries();
  const me = async (userId: string, mustChangePassword?: boolean) => {
    const account = await readAccount(platform.db, userId);
    if (account === undefined) return refuse('notFound');
    const user = await platform.db
      .selectFrom('auth_user')
      .select('mustChangePassword')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow();
    const staff = { mustChangePassword: mustChangePassword ?? user.mustChangePassword };
    return ok(presentMe(staff, account, platform.addresses()));
  };
  const oneAccount = async (accountId: string) => {
    const account = await readAccount(platform.db, accountId);
    return account === undefined ? refuse('notFound') : ok(presentAccount(account));
  };

  return {
    'session.signIn': async (call) => {
      const result = await signIn(platform, auth, tries, call.request, call.body);
      if (!result.ok) return result;
      call.passCookies(result.value.cookies);
      return me(result.value.userId);
    },
    'session.get': async (call) => {
      const staff = await staffOf(platform, auth, call.request);
      return staff === null ? ok(null) : me(staff.userId);
    },
    'session.signOut': async (call) => {
      const { headers } = await auth.api.signOut({
        headers: webHeaders(call.request.headers),
        returnHeaders: true,
      });
      call.passCookies(headers.getSetCookie());
      return ok({ done: true });
    },
    'session.changePassword': async (call) => {
      const result = await changePassword(platform, auth, changeTries, call.staff, call.request, call.body);
      if (!result.ok) return result;
      return me(call.staff.userId, false);
    },
    'account.list': async (call) => {
      const accounts = await readAccounts(platform.db);
      return ok({
        accounts: accounts.filter((account) => managesAll(call.staff.grants, account)).map(presentAccount),
      });
    },
    'account.create': async (call) => {
      const password = oneTimePassword();
      const created = await createStaff(
        platform,
        { ...call.body, password, mustChangePassword: true },
        call.staff.username,
      );
      if (!created.ok) return created;
      const account = await oneAccount(created.value.userId);
      return account.ok ? ok({ account: account.value, oneTimePassword: password }) : account;
    },
    'account.resetPassword': (call) => resetPassword(platform, call.staff, call.params.accountId),
    'account.disable': async (call) => {
      const result = await setDisabled(platform, call.staff, call.params.accountId, call.body.disabled);
      return result.ok ? ok(presentAccount(result.value)) : result;
    },
    'grant.add': async (call) => {
      const account = await readAccount(platform.db, call.params.accountId);
      if (account === undefined || !managesAll(call.staff.grants, account)) return refuse('notFound');
      const at = platform.clock.now();
      const grant = { userId: account.id, ...call.body, actor: call.staff.username, at };
      await platform.db.transaction().execute((tx) => addGrant(tx, grant));
      return oneAccount(account.id);
    },
    'grant.remove': async (call) => {
      const result = await removeGrant(platform, call.staff, call.params.accountId, call.params.grantId);
      return result.ok ? ok(presentAccount(result.value)) : result;
    },
  };
}
