import '../../ui/tokens.css';
import '../../kinds/show/ring.css';
import './screen.css';
import './scenes.css';
import './reveal.css';
import './occasions.css';
import './ceremony.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Screen } from './Screen.tsx';

const stageId = decodeURIComponent(/^\/screen\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
const key = new URLSearchParams(location.search).get('key') ?? '';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Screen stageId={stageId} screenKey={key} />
  </StrictMode>,
);
