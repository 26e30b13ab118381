import { ACTIONS, can, type Action } from '@leitai/rules';
import type { Staff } from '../../platform/http/handler.ts';
import type { AccountRow, GrantRow } from './store.ts';

const presentGrant = (grant: GrantRow) => ({
  id: grant.id,
  role: grant.role,
  unitId: grant.unitId,
  unitName: grant.unitName,
  unitPath: grant.unitPath,
});

export const presentAccount = (account: AccountRow) => ({
  id: account.id,
  username: account.username,
  name: account.name,
  disabled: account.disabled,
  grants: account.grants.map(presentGrant),
});

export function presentMe(
  staff: Pick<Staff, 'mustChangePassword'>,
  account: AccountRow,
  addresses: readonly string[],
) {
  const actions: Action[] = ACTIONS.filter((action) =>
    account.grants.some((grant) => can([grant], action, grant.unitPath)),
  );
  return {
    id: account.id,
    username: account.username,
    name: account.name,
    mustChangePassword: staff.mustChangePassword,
    grants: account.grants.map(presentGrant),
    actions,
    addresses: [...addresses],
  };
}
