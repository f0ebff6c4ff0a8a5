import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { session } from './session';
import './styles.css';

await session.restore();
createRoot(document.getElementById('graphiql')!).render(<App />);
