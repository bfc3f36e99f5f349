/** In place of what was refused for want of a passkey: show it, and go on. */
import { useState } from 'react';
import { useT } from '../../../i18n';
import { PageHeading } from '../../../ui';
import type { FailedProps } from '../../../ui/failed';
import { Refused } from './refused';

export function Prove({ error, onRetry, page = false }: FailedProps) {
  const t = useT();
  const [proved, setProved] = useState<unknown>();
  return (
    <>
      {page && <PageHeading>{t('security.prove')}</PageHeading>}
      {proved === error ? (
        <p role="status">{t('security.proved')}</p>
      ) : (
        <Refused error={error} onConfirmed={onRetry ?? (() => setProved(error))} />
      )}
    </>
  );
}
