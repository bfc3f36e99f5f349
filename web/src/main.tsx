/** Finds out who is here and shows them either the way in or the app; each is loaded only by those who need it. */
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from './a11y';
import { ErrorBoundary } from './error-boundary';
import { isEntrance, readSession, useSession, wasSignedIn } from './features/session';
import { showRememberedTheme } from './features/session/theme';
import { activate, preferredLocale, withTexts } from './i18n';
import { Failed } from './ui/failed';
import './ui/tokens.css';

const loadApp = () => withTexts('talk', import('./app'));
const App = lazy(async () => ({ default: (await loadApp()).App }));
const SignIn = lazy(async () => ({
  default: (await withTexts('entrance', import('./features/session/ui/sign-in'))).SignIn,
}));

function Root() {
  const session = useSession();
  switch (session.state) {
    case 'reading':
      return null;
    case 'failed':
      return (
        <main className="first">
          <Failed page error={session.error} onRetry={() => void readSession()} />
        </main>
      );
    case 'out':
      return <SignIn {...session} />;
    case 'in':
      return isEntrance(location.pathname) ? <SignIn {...session} ended={false} /> : <App key={session.person.id} />;
  }
}

async function start(element: HTMLElement): Promise<void> {
  showRememberedTheme();
  void activate(preferredLocale()).catch(() => undefined);
  // Whoever was signed in last time most often still is: what they need comes while the hub is asked.
  if (wasSignedIn() && !isEntrance(location.pathname)) void loadApp().catch(() => undefined);
  // The text that index.html brought stays until there is something to put in its place.
  await readSession();
  createRoot(element).render(
    <StrictMode>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Root />
        </Suspense>
      </ErrorBoundary>
      <Announcer />
    </StrictMode>,
  );
}

const element = document.getElementById('root');
if (element) void start(element);
