/** In place of what could not be loaded: why, in the reader's language, and another try where one makes sense. */
import { Failure } from '@hub/contracts/failure';
import { useT } from '../i18n';
import { Button } from './button';
import { failureText } from './failure-text';
import { PageHeading } from './page-header';
import { NotFound } from './not-found';
import styles from './states.module.css';

interface Props {
  error: unknown;
  /** Leave out where trying again is no help. */
  onRetry?: () => void;
  /** True where it stands for a whole page, which then needs a heading of its own. */
  page?: boolean;
}

export function Failed({ error, onRetry, page = false }: Props) {
  const t = useT();
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
