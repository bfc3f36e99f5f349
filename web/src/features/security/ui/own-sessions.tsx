/** One's own devices: every place where one is signed in, and the way to end all the others. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Failed, failureText, Loading } from '../../../ui';
import sections from '../../../ui/sections.module.css';
import { ownSessions } from '../queries';
import { SessionRows } from './session-rows';
import styles from './security.module.css';

export function OwnSessions() {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const query = ownSessions(hub);
  const { data: sessions, error, refetch } = useQuery(query);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();

  const endOne = async (sessionId: string) => {
    await hub.call('session.endOne', { sessionId });
    client.setQueryData(query.queryKey, (before) => before?.filter(({ id }) => id !== sessionId));
  };
  const endOthers = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('session.endOthers', {});
      client.setQueryData(query.queryKey, (before) => before?.filter(({ current }) => current));
      announce(t('security.ended_others'));
    } catch (failed) {
      setRefused(failed);
    }
    setBusy(false);
  };

  return (
    <section className={sections.section} aria-labelledby="devices">
      <h2 id="devices">{t('security.devices')}</h2>
      <p className={sections.lead}>{t('security.devices_lead')}</p>
      {sessions ? (
        <SessionRows sessions={sessions} onEnd={endOne} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading text={t('security.loading')} />
      )}
      {sessions?.some(({ current }) => !current) && (
        <div className={styles.actions}>
          <Button busy={busy} onClick={() => void endOthers()}>
            {t('security.end_others')}
          </Button>
          <p role="alert" className={styles.problem}>
            {refused !== undefined && failureText(t, refused)}
          </p>
        </div>
      )}
    </section>
  );
}
