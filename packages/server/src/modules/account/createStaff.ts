import { randomInt, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { refuse, type Result, type Role } from '@leitai/rules';
import { audit } from '../../platform/audit.ts';
import { isUniqueViolation, type Tx } from '../../platform/database.ts';
import type { Platform } from '../../platform/platform.ts';

/** Letters and digits that are not taken for one another when read from a slip of paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 16 characters, 93 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

export interface NewStaff {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly mustChangePassword: boolean;
  readonly role: Role;
  readonly unitId: string;
}

/** Creates an account with one grant; `actor` is the user name of who does it. */
export async function createStaff(
  platform: Platform,
  staff: NewStaff,
  actor: string,
): Promise<Result<{ userId: string }>> {
  const at = platform.clock.now();
  const hash = await hashPassword(staff.password);
  const userId = randomUUID();
  try {
    await platform.db.transaction().execute(async (tx) => {
      await insertUser(tx, userId, staff, hash);
      await addGrant(tx, { userId, role: staff.role, unitId: staff.unitId, actor, at });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('account.usernameTaken', { username: staff.username });
    throw error;
  }
  return { ok: true, value: { userId } };
}

async function insertUser(tx: Tx, id: string, staff: NewStaff, hash: string): Promise<void> {
  const username = staff.username.toLowerCase();
  await tx
    .insertInto('auth_user')
    .values({
      id,
      name: staff.name,
      username,
      displayUsername: staff.username,
      email: `${username}@accounts.invalid`,
      mustChangePassword: staff.mustChangePassword,
    })
    .execute();
  await tx
    .insertInto('auth_credential')
    .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: hash })
    .execute();
}

/** Grants a role on a unit and everything below it, with its audit row. */
export async function addGrant(
  tx: Tx,
  grant: { userId: string; role: Role; unitId: string; actor: string; at: number },
): Promise<void> {
  const unit = await tx
    .selectFrom('unit')
    .select('path')
    .where('id', '=', grant.unitId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('role_grant')
    .values({
      user_id: grant.userId,
      role: grant.role,
      unit_id: grant.unitId,
      granted_by: grant.actor,
      granted_at: new Date(grant.at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await audit(tx, grant.at, {
    actor: grant.actor,
    action: 'grant.add',
    object: `account:${grant.userId}`,
    unitPath: unit.path,
    detail: { role: grant.role },
  });
}
