/** In place of what could not be loaded: why, in the reader's language, and another try where one makes sense. */
import { Failure } from '@hub/contracts/failure';
import { createContext, createElement, Suspense, use, useState, type ComponentType } from 'react';
import { useT } from '../i18n';
import { Button } from './button';
import { failureText } from './failure-text';
import { PageHeading } from './page-header';
import { NotFound } from './not-found';
import styles from './states.module.css';

/** How somebody proves more than their session does; what it shows says why. Given by the app. */
export const Proving = createContext<ComponentType<{ error: unknown; onConfirmed(): void }> | undefined>(undefined);

interface Props {
  error: unknown;
  /** Leave out where trying again is no help. */
  onRetry?: () => void;
  /** True where it stands for a whole page, which then needs a heading of its own. */
  page?: boolean;
}

export function Failed({ error, onRetry, page = false }: Props) {
  const t = useT();
  const Prove = use(Proving);
  const [proved, setProved] = useState<unknown>();
  if (Prove && error instanceof Failure && error.details.confirm !== undefined)
    return (
      <Suspense>
        {page && <PageHeading>{t('problem.prove')}</PageHeading>}
        {proved === error ? (
          <p role="status">{t('problem.proved')}</p>
        ) : (
          createElement(Prove, { error, onConfirmed: onRetry ?? (() => setProved(error)) })
        )}
      </Suspense>
    );
  if (page && error instanceof Failure && error.code === 'NOT_FOUND') return <NotFound />;
  return (
    <div className={styles.failed} role={page ? undefined : 'alert'} data-page={page || undefined}>
      {page && (
        <PageHeading>
          {t(error instanceof Failure && error.code === 'UNAVAILABLE' ? 'problem.unreachable' : 'problem.title')}
        </PageHeading>
      )}
      <p>{failureText(t, error)}</p>
      {onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    </div>
  );
}
