import type { Role } from '@leitai/rules';
import { createStaff } from '@leitai/server/modules/account';
import { insertUnit } from '@leitai/server/modules/org';
import type { Client, TestHouse } from './house.ts';

const PASSWORD = 'correct horse battery';

/** Units `/r/`, `/r/a/`, `/r/a/x/`, `/r/b/`: two branches, one of them deeper. Returns ids by code. */
export async function fewUnits({ house, clock }: TestHouse): Promise<Record<'r' | 'a' | 'x' | 'b', string>> {
  const ids: Record<string, string> = {};
  const tree = [
    { code: 'r', parent: null, kind: 'federation', name: '市总工会' },
    { code: 'a', parent: 'r', kind: 'bureauUnion', name: '甲集团工会' },
    { code: 'x', parent: 'a', kind: 'baseUnion', name: '甲集团一分会' },
    { code: 'b', parent: 'r', kind: 'bureauUnion', name: '乙集团工会' },
  ] as const;
  for (const unit of tree) {
    const made = await house.platform.db.transaction().execute((tx) =>
      insertUnit(
        tx,
        {
          parentId: unit.parent === null ? null : ids[unit.parent]!,
          code: unit.code,
          kind: unit.kind,
          name: unit.name,
          short: unit.name,
          gb2260: null,
          aliases: [],
        },
        'test',
        clock.now(),
      ),
    );
    if (!made.ok) throw new Error(made.refusal.code);
    ids[unit.code] = made.value.id;
  }
  return ids as Record<'r' | 'a' | 'x' | 'b', string>;
}

let count = 0;

/** A client signed in as a new account with one role on one unit. */
export async function signedIn(test: TestHouse, role: Role, unitId: string): Promise<Client> {
  count += 1;
  const username = `${role.toLowerCase()}${count}`;
  const made = await createStaff(
    test.house.platform,
    { username, name: username, password: PASSWORD, mustChangePassword: false, role, unitId },
    'test',
  );
  if (!made.ok) throw new Error(made.refusal.code);
  const client = test.client();
  const { status } = await client.call('session.signIn', { body: { username, password: PASSWORD } });
  if (status !== 200) throw new Error(`sign-in answered ${status}`);
  return client;
}
