/** The app of one signed-in person: their connection, what they have loaded, and the pages. */
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { Failure } from '@hub/contracts/failure';
import { lazy, useEffect, useLayoutEffect, useState } from 'react';
import { expectPage, pageIsHere } from './a11y';
import { ErrorBoundary } from './error-boundary';
import { sessionEnded, useProfile, useSince } from './features/session';
import { withTexts } from './i18n';
import { LiveHub, useConnection } from './live';
import { navigate, onDeparture, Router, useLocation } from './router';
import { Page } from './routes';
import { Shell } from './shell/shell';
import { Proving } from './ui';

export { firstPage } from './routes';

const mostRetries = 2;
const Prove = lazy(async () => ({
  default: (await withTexts('security', import('./features/security/ui/prove'))).Prove,
}));

onDeparture(({ pathChanged }) => pathChanged && expectPage());

export function App() {
  const { id } = useProfile();
  const since = useSince();
  const [client] = useState(() => {
    // Whoever is in has passed the way in; this code may also be here before anybody is.
    if (location.pathname === '/sign-in') navigate({ to: '/' }, { replace: true });
    return makeClient();
  });
  return (
    <QueryClientProvider client={client}>
      <LiveHub personId={id} since={since} onEnded={() => void sessionEnded()}>
        <Catching />
        <Proving value={Prove}>
          <Router>
            <Pages />
          </Router>
        </Proving>
      </LiveHub>
    </QueryClientProvider>
  );
}

function Pages() {
  const place = useLocation();
  useLayoutEffect(pageIsHere, [place]);
  return (
    <ErrorBoundary until={place}>
      <Shell>
        <Page />
      </Shell>
    </ErrorBoundary>
  );
}

/** What failed for want of a connection is loaded as soon as there is one. */
function Catching() {
  const client = useQueryClient();
  const online = useConnection() === 'online';
  useEffect(() => {
    if (online) void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  }, [online, client]);
  return null;
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
