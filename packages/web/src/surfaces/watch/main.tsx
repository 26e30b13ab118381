import '../../ui/tokens.css';
import '../../kinds/show/ring.css';
import './watch.css';
import './overlay.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LivePage } from './LivePage.tsx';
import { Overlay } from './Overlay.tsx';

const [, page, stage = ''] = /^\/(overlay|watch)\/([^/]+)/.exec(location.pathname) ?? [];
const stageId = decodeURIComponent(stage);
document.body.classList.add('stage');
document.documentElement.classList.toggle('clear', page === 'overlay');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {page === 'overlay' ? <Overlay stageId={stageId} /> : <LivePage stageId={stageId} />}
  </StrictMode>,
);
