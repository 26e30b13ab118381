import '../../ui/tokens.css';
import './console.css';
import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './ConsoleApp.tsx';

createRoot(document.getElementById('root')!).render(<ConsoleApp />);
