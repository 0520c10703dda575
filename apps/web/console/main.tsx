import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLocale, setLocale } from '#packages/web-kit';
import { App } from './App.tsx';
import { queryClient } from './query-client.ts';
import '../../../packages/web-kit/tokens.css';
import './console.css';

setLocale(currentLocale());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
