/** Where somebody else is signed in, for administrators: to end it when a device is lost or an account in doubt. */
import { Failure } from '@hub/contracts/failure';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { useParams } from '../../../router';
import { Button, EmptyState, Failed, Loading, PageHeader } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { PersonPath, usePerson } from '../../administration';
import { sessionsOf } from '../queries';
import { Refused } from './refused';
import { SessionRows } from './session-rows';
import styles from './security.module.css';

export function PersonSessionsRoute() {
  const { personId } = useParams('/people/$personId/sessions');
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const query = sessionsOf(hub, personId);
  const { data: sessions, error, refetch } = useQuery(query);
  const { data: known } = usePerson(personId);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const header = (
    <PageHeader path={known && <PersonPath person={known} />} lead={t('security.person_lead')}>
      {known ? t('security.person_title', { name: known.name }) : t('security.person_title_unknown')}
    </PageHeader>
  );
  if (error instanceof Failure && error.details.confirm)
    return (
      <div className={sections.page}>
        {header}
        <Refused error={error} onConfirmed={() => void refetch()} />
      </div>
    );
  if (error && !sessions) return <Failed page error={error} onRetry={() => void refetch()} />;
  if (!sessions)
    return (
      <div className={sections.page}>
        {header}
        <Loading text={t('security.loading')} />
      </div>
    );

  const endOne = async (sessionId: string) => {
    await hub.call('person.endSession', { personId, sessionId });
    client.setQueryData(query.queryKey, (before) => before?.filter(({ id }) => id !== sessionId));
  };
  const endAll = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('person.endSessions', { personId });
      await refetch();
      announce(t('security.person_ended'));
    } catch (failed) {
      setRefused(failed);
    }
    setBusy(false);
  };

  return (
    <div className={sections.page}>
      {header}
      <div className={sections.section}>
        {sessions.length === 0 ? (
          <EmptyState title={t('security.person_none')}>{t('security.person_none_hint')}</EmptyState>
        ) : (
          <SessionRows sessions={sessions} onEnd={endOne} />
        )}
        <div className={styles.actions}>
          <Button busy={busy} onClick={() => void endAll()}>
            {t('security.person_end_all')}
          </Button>
          <Refused error={refused} onConfirmed={() => void endAll()} />
        </div>
      </div>
    </div>
  );
}
