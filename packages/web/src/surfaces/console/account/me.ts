import { createContext, use } from 'react';
import type { Action } from '@leitai/rules';
import type { Reply } from '../../../api/client.ts';

export type Me = NonNullable<Reply<'session.get'>>;

export const MeContext = createContext<Me | null>(null);

/** The one who is signed in; only below SessionGate. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('useMe outside SessionGate');
  return me;
}

/** Whether the caller may do this anywhere at all. The server asks again for the very thing. */
export const mayAnywhere = (me: Me, action: Action): boolean => me.actions.includes(action);
