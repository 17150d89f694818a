import { createRoot } from 'react-dom/client';
import './app/nonce';
import { App } from './app/App';
import './app/look.css';

createRoot(document.getElementById('root')!).render(<App />);
