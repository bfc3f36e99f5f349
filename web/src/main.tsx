/** Finds out who is here and shows them either the way in or the app; each is loaded only by those who need it. */
import { lazy, StrictMode, Suspense, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcer } from './a11y';
import { ErrorBoundary } from './error-boundary';
import { cameWithAnswers } from './first-answers';
import { isEntrance, readSession, useSession } from './features/session';
import { showRememberedTheme } from './features/session/theme';
import { activate, preferredLocale, withTexts } from './i18n';
import { Failed } from './ui/failed';
import './ui/tokens.css';

/** How long the page may take, once the app is here, before the app is shown without it. */
const shortWaitMs = 100;

const loadApp = () => withTexts('talk', import('./app'));
let App: ComponentType = lazy(async () => ({ default: (await loadApp()).App }));
const SignIn = lazy(async () => ({
  default: (await withTexts('entrance', import('./features/session/ui/sign-in'))).SignIn,
}));

/** What React has to wait for while it renders is shown a third of a second later than what is there. */
async function appAhead(): Promise<void> {
  const app = await loadApp();
  await Promise.race([app.firstPage(), new Promise((after) => setTimeout(after, shortWaitMs))]);
  ({ App } = app);
}

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
  if (cameWithAnswers() && !isEntrance(location.pathname)) void import('./app').catch(() => undefined);
  const { state } = await readSession();
  if (state === 'in' && !isEntrance(location.pathname)) await appAhead().catch(() => undefined);
  // The text that index.html brought stays until there is something to put in its place.
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
