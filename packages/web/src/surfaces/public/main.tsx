import '../../ui/tokens.css';
import './public.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Public } from './Public.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Public />
  </StrictMode>,
);
