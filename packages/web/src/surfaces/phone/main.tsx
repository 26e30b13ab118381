import '../../ui/tokens.css';
import './phone.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { language } from '../../words/language.ts';
import { keepElder, readElder } from './elder.ts';
import { Phone } from './Phone.tsx';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
keepElder(readElder());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Phone />
  </StrictMode>,
);
