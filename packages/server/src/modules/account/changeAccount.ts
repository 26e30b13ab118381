import { hashPassword } from 'better-auth/crypto';
import { can, ok, refuse, type Grant, type Result } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Staff } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { oneTimePassword } from './createStaff.ts';
import { readAccount, type AccountRow } from './store.ts';

async function record(
  tx: Tx,
  platform: Platform,
  staff: Staff,
  action: string,
  account: AccountRow,
  detail: unknown,
): Promise<void> {
  await audit(tx, platform.clock.now(), {
    actor: staff.username,
    action,
    object: `account:${account.id}`,
    unitPath: account.grants[0]?.unitPath ?? '/',
    detail,
  });
}

/** A new one-time password; every session of the account ends. */
export async function resetPassword(
  platform: Platform,
  staff: Staff,
  accountId: string,
): Promise<Result<{ oneTimePassword: string }>> {
  const account = await readAccount(platform.db, accountId);
  if (account === undefined) return refuse('notFound');
  const password = oneTimePassword();
  const hash = await hashPassword(password);
  await platform.db.transaction().execute(async (tx) => {
    await tx.updateTable('auth_credential').set({ password: hash }).where('userId', '=', accountId).execute();
    await tx.updateTable('auth_user').set({ mustChangePassword: true }).where('id', '=', accountId).execute();
    await tx.deleteFrom('auth_session').where('userId', '=', accountId).execute();
    await record(tx, platform, staff, 'account.resetPassword', account, null);
  });
  return ok({ oneTimePassword: password });
}

/** Disabling ends the sessions of the account; nobody disables themselves. */
export async function setDisabled(
  platform: Platform,
  staff: Staff,
  accountId: string,
  disabled: boolean,
): Promise<Result<AccountRow>> {
  if (accountId === staff.userId) return refuse('account.self');
  const account = await readAccount(platform.db, accountId);
  if (account === undefined) return refuse('notFound');
  await platform.db.transaction().execute(async (tx) => {
    await tx.updateTable('auth_user').set({ disabled }).where('id', '=', accountId).execute();
    if (disabled) await tx.deleteFrom('auth_session').where('userId', '=', accountId).execute();
    await record(tx, platform, staff, disabled ? 'account.disable' : 'account.enable', account, null);
  });
  return ok({ ...account, disabled });
}

/** The last grant stays: an account without any could no longer be found by who manages it. */
export async function removeGrant(
  platform: Platform,
  staff: Staff,
  accountId: string,
  grantId: string,
): Promise<Result<AccountRow>> {
  return platform.db.transaction().execute(async (tx) => {
    // Held, so that of two removals at once the later one sees what is left.
    await tx.selectFrom('auth_user').select('id').where('id', '=', accountId).forUpdate().execute();
    const account = await readAccount(tx, accountId);
    const grant = account?.grants.find((candidate) => candidate.id === grantId);
    if (account === undefined || grant === undefined) return refuse('notFound');
    if (accountId === staff.userId) return refuse('account.self');
    if (account.grants.length === 1) return refuse('account.lastGrant');
    await tx.deleteFrom('role_grant').where('id', '=', grantId).execute();
    await record(tx, platform, staff, 'grant.remove', account, { role: grant.role, unit: grant.unitPath });
    return ok({ ...account, grants: account.grants.filter((candidate) => candidate.id !== grantId) });
  });
}

/** Whether the caller may manage an account: every unit of its grants lies inside what the caller manages. */
export const managesAll = (grants: readonly Grant[], account: AccountRow): boolean =>
  account.grants.length > 0 && account.grants.every((grant) => can(grants, 'account.manage', grant.unitPath));
