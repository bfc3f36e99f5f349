/** In place of what could not be loaded: why, in the reader's language, and another try where one makes sense. */
import { Failure } from '@hub/contracts/failure';
import { createContext, createElement, Suspense, use, type ComponentType } from 'react';
import { useT } from '../i18n';
import { Button } from './button';
import { failureText } from './failure-text';
import { PageHeading } from './page-header';
import { NotFound } from './not-found';
import styles from './states.module.css';

/** What is shown instead where somebody only has to prove more than their session does. Given by the app. */
export const Proving = createContext<ComponentType<FailedProps> | undefined>(undefined);

export interface FailedProps {
  error: unknown;
  /** Leave out where trying again is no help. */
  onRetry?: () => void;
  /** True where it stands for a whole page, which then needs a heading of its own. */
  page?: boolean;
}

export function Failed({ error, onRetry, page = false }: FailedProps) {
  const t = useT();
  const Prove = use(Proving);
  if (Prove && error instanceof Failure && error.details.confirm !== undefined)
    return <Suspense>{createElement(Prove, { error, onRetry, page })}</Suspense>;
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
