import { lazy, Suspense, useState } from 'react';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { usePhoneWords } from '../../words/phone.ts';
import { EntrantPage } from './EntrantPage.tsx';

const AudiencePhone = lazy(() => import('../../kinds/show/AudiencePhone.tsx'));

const ELDER = 'leitai.elder';

/** `/audience/:stage` watches a show; everything else belongs to the holder of an admission ticket. */
export function Phone() {
  const say = usePhoneWords();
  const [elder, setElder] = useState(() => localStorage.getItem(ELDER) === '1');
  document.documentElement.classList.toggle('elder', elder);
  const audience = /^\/audience\/([^/]+)/.exec(location.pathname)?.[1];
  return (
    <>
      <header className="top">
        <Mark size={28} />
        <span className="grow" />
        <button
          type="button"
          onClick={() => {
            localStorage.setItem(ELDER, elder ? '0' : '1');
            setElder(!elder);
          }}
        >
          {elder ? say('normalText') : say('bigText')}
        </button>
        <LanguageSwitch />
      </header>
      <Suspense fallback={<p className="quiet">{say('opening')}</p>}>
        {audience === undefined ? <EntrantPage /> : <AudiencePhone stageId={audience} />}
      </Suspense>
    </>
  );
}
