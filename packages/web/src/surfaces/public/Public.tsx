import { lazy, Suspense, type ReactNode } from 'react';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { usePublicWords } from '../../words/public.ts';
import { ContestPage } from './ContestPage.tsx';
import { pageOf } from './route.ts';
import { SeasonsPage } from './SeasonsPage.tsx';
import { VerifyPage } from './VerifyPage.tsx';

const ApiDocs = lazy(() => import('./ApiDocs.tsx'));
const ReplayPage = lazy(() => import('./replay/ReplayPage.tsx'));

/** Pages for anyone: what is on, a contest, a certificate, the API. */
export function Public() {
  const say = usePublicWords();
  return (
    <>
      <header className="top no-print">
        <a className="brand" href="/">
          <Mark size={32} />
          <span>Leitai</span>
        </a>
        <a className="target" href="/console">
          {say('console')}
        </a>
        <LanguageSwitch />
      </header>
      <main>
        <Suspense fallback={<p className="quiet opening">{say('opening')}</p>}>
          {page(say('notFoundPage'))}
        </Suspense>
      </main>
      <footer className="no-print">
        <nav aria-label={say('footer')}>
          <a href="/">{say('home')}</a>
          <a href="/v/">{say('verify')}</a>
          <a href="/api-docs">{say('apiDocs')}</a>
        </nav>
      </footer>
    </>
  );
}

function page(nowhere: string): ReactNode {
  const at = pageOf(location.pathname);
  switch (at.is) {
    case 'seasons':
      return <SeasonsPage />;
    case 'contest':
      return <ContestPage contestId={at.contestId} />;
    case 'verify':
      return <VerifyPage no={at.no} />;
    case 'replay':
      return <ReplayPage stageId={at.stageId} />;
    case 'apiDocs':
      return <ApiDocs />;
    default:
      return <h1>{nowhere}</h1>;
  }
}
