import { Button } from 'antd';
import { call } from '../../../api/client.ts';
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx';
import { Mark } from '../../../ui/Mark.tsx';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import type { Me } from './me.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** Someone else knows a one-time password: it is changed before anything else. */
export function FirstPassword({ me }: { me: Me }) {
  const w = useWords();
  const { run } = useAct();
  return (
    <main className="sign-in">
      <header>
        <Mark size={56} />
        <div>
          <h1>{w('password.first')}</h1>
          <p className="quiet">{w('password.firstLead', { name: me.name })}</p>
        </div>
      </header>
      <PasswordForm username={me.username} />
      <div className="bar">
        <LanguageSwitch />
        <Button type="text" onClick={() => void run(() => call('session.signOut'))}>
          {w('menu.signOut')}
        </Button>
      </div>
    </main>
  );
}
