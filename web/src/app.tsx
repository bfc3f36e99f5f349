/** The app of one signed-in person: their connection, what they have loaded, and the pages. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Failure } from '@hub/contracts/failure';
import { useState } from 'react';
import { expectPage } from './a11y';
import { sessionEnded, useProfile } from './features/session';
import { LiveHub } from './live';
import { router } from './routes';

const mostRetries = 2;

router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && expectPage());

export function App() {
  const { id } = useProfile();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={client}>
      <LiveHub personId={id} onEnded={() => void sessionEnded()}>
        <RouterProvider router={router} />
      </LiveHub>
    </QueryClientProvider>
  );
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        networkMode: 'offlineFirst',
        retry: (count, error) => count < mostRetries && error instanceof Failure && error.code === 'UNAVAILABLE',
      },
      mutations: { networkMode: 'offlineFirst' },
    },
  });
}
