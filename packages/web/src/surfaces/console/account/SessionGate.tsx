import type { ReactNode } from 'react';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { MeContext } from './me.ts';
import { FirstPassword } from './FirstPassword.tsx';
import { SignIn } from './SignIn.tsx';

/** Nothing of the console is asked for before somebody is signed in and has a password of their own. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useCall('session.get', {}, { every: 60_000 });
  return (
    <Loaded of={session}>
      {(me) => {
        if (me === null) return <SignIn />;
        return (
          <MeContext value={me}>{me.mustChangePassword ? <FirstPassword me={me} /> : children}</MeContext>
        );
      }}
    </Loaded>
  );
}
