import '../../ui/tokens.css';
import './public.css';
import './print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../../words/language.ts';
import { Public } from './Public.tsx';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Public />
  </StrictMode>,
);
