import '../../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { Mark } from '../../ui/Mark.tsx';

createRoot(document.getElementById('root')!).render(<Mark />);
