import '../../ui/tokens.css';
import '../../kinds/show/ring.css';
import './host.css';
import './now.css';
import './dialogs.css';
import './narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Host } from './Host.tsx';

const stageId = decodeURIComponent(/^\/host\/([^/]+)/.exec(location.pathname)?.[1] ?? '');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Host stageId={stageId} />
  </StrictMode>,
);
