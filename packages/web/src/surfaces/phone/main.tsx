import '../../ui/tokens.css';
import './phone.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepElder, readElder } from './elder.ts';
import { Phone } from './Phone.tsx';

keepElder(readElder());
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Phone />
  </StrictMode>,
);
