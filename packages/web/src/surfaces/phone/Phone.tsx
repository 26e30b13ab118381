import { lazy, Suspense, useEffect, useState } from 'react';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { usePhoneWords } from '../../words/phone.ts';
import { keepElder, readElder } from './elder.ts';
import { EntrantPage } from './EntrantPage.tsx';

const AudiencePhone = lazy(() => import('../../kinds/show/AudiencePhone.tsx'));

/** `/audience/:stage` watches a show; everything else belongs to the holder of an admission ticket. */
export function Phone() {
  const say = usePhoneWords();
  const [elder, setElder] = useState(readElder);
  useEffect(() => keepElder(elder), [elder]);
  const audience = /^\/audience\/([^/]+)/.exec(location.pathname)?.[1];
  return (
    <>
      <header className="top">
        <Mark size={28} />
        <span className="grow" />
        <button type="button" onClick={() => setElder(!elder)}>
          {elder ? say('normalText') : say('bigText')}
        </button>
        <LanguageSwitch />
      </header>
      <Suspense fallback={<p className="quiet opening">{say('opening')}</p>}>
        {audience === undefined ? <EntrantPage /> : <AudiencePhone stageId={audience} />}
      </Suspense>
    </>
  );
}
