import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem, currentLocale } from '#packages/web-kit';
import '../../../packages/web-kit/tokens.css';
import '../../../packages/web-kit/ui/base.css';
import { App } from './App.tsx';

const TRIES = 2;

/** Only what may heal by itself is tried again: a network that is away, a fault of the server. */
const mayHeal = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.problem.status === 0 || error.problem.status >= 500;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < TRIES && mayHeal(error),
    },
    mutations: { networkMode: 'always' },
  },
});

document.documentElement.lang = currentLocale() === 'zh' ? 'zh-CN' : 'en';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
