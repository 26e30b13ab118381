import '../print.css';
import { Button } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { LanguageSwitch } from '../../../ui/LanguageSwitch.tsx';
import { useWords } from '../words.ts';

/** A page to be printed on A4: white in any mode, with a bar that stays on the screen. */
export function PrintPage({ back, bar, children }: { back: string; bar?: ReactNode; children: ReactNode }) {
  const w = useWords();
  const [, go] = useLocation();
  useEffect(() => {
    document.body.classList.add('print');
    return () => document.body.classList.remove('print');
  }, []);
  return (
    <>
      <div className="print-bar no-print">
        <Button onClick={() => go(back)}>{w('back')}</Button>
        <Button type="primary" onClick={() => print()}>
          {w('print')}
        </Button>
        {bar}
        <LanguageSwitch />
      </div>
      <main>{children}</main>
    </>
  );
}
