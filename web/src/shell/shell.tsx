/** What is around every page: the bars on top, the navigation, and the page's own region. */
import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { useUnreadTitle } from '../a11y';
import { Bell } from '../features/notifications';
import { useUnreadCounts } from '../features/reading/use-unread';
import { useProfile, useSession } from '../features/session';
import { useT } from '../i18n';
import { Link } from '../router';
import { Avatar, Loading, Mark } from '../ui';
import { DemonstrationBar } from './demonstration-bar';
import { EverywhereKeys } from './everywhere-keys';
import { Navigation } from './navigation';
import { NavigationDialog } from './navigation-dialog';
import { OfflineBar } from './offline-bar';
import styles from './shell.module.css';
import { useGoKeys } from './use-go-keys';

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const person = useProfile();
  const session = useSession();
  const { shell, above } = useHeightAbove();
  useUnreadTitle(useUnreadCounts()?.total ?? 0);
  useGoKeys();
  return (
    <div ref={shell} className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('nav.skip')}
      </a>
      <div ref={above} className={styles.above}>
        {session.state === 'in' && session.demonstration && <DemonstrationBar name={person.name} />}
        <div className={styles.top}>
          <header className={styles.bar}>
            <NavigationDialog />
            <Link to="/" className={styles.product}>
              <Mark size={26} />
              <span>Samverka</span>
            </Link>
            <div className={styles.tools}>
              <Bell />
              <Link to="/settings" className={styles.me}>
                <Avatar initials={person.initials} />
                <span className="visually-hidden">{t('nav.settings_of', { name: person.name })}</span>
              </Link>
            </div>
          </header>
          <OfflineBar />
        </div>
      </div>
      <EverywhereKeys />
      <div className={styles.side}>
        <div className={styles.sticky}>
          <Navigation label={t('nav.main')} />
        </div>
      </div>
      <main id="content" tabIndex={-1} className={styles.main}>
        <Suspense fallback={<Loading text={t('loading.page')} />}>{children}</Suspense>
      </main>
    </div>
  );
}

/** The bars' height changes with the window and the connection; the navigation below them sticks by it. */
function useHeightAbove() {
  const shell = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!above.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      shell.current?.style.setProperty('--above-size', `${height}px`);
    });
    observer.observe(above.current);
    return () => observer.disconnect();
  }, []);
  return { shell, above };
}
