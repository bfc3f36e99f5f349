/** For administrators: who asked to be erased, and which faults were reported. What is decided stays until the page is left. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { EmptyState, Failed, Loading, PageHeader, Path } from '../../../ui';
import { requestList, useIsAdministrator, type Requests } from '../use-requests';
import { ErasureItem } from './erasure-item';
import { FaultItem } from './fault-item';
import styles from './privacy.module.css';

export function RequestsRoute() {
  const t = useT();
  const administrator = useIsAdministrator();
  const { data, error, refetch } = useQuery({ ...requestList(useHub()), enabled: administrator });
  if (!administrator)
    return (
      <>
        <PageHeader>{t('requests.title')}</PageHeader>
        <EmptyState title={t('requests.none')}>{t('requests.none_hint')}</EmptyState>
      </>
    );
  if (data) return <Waiting requests={data} />;
  if (error) return <Failed page error={error} onRetry={() => void refetch()} />;
  return <Loading text={t('requests.loading')} />;
}

function Waiting({ requests }: { requests: Requests }) {
  const t = useT();
  const erasures = useSeen(requests.erasures);
  const faults = useSeen(requests.faults);
  return (
    <div className={styles.page}>
      <PageHeader
        path={
          <Path>
            <Link to="/admin">{t('nav.administration')}</Link>
          </Path>
        }
        lead={t('requests.lead')}
      >
        {t('requests.title')}
      </PageHeader>
      <section aria-labelledby="erasures" className={styles.section}>
        <h2 id="erasures">{t('requests.erasures')}</h2>
        {erasures.length === 0 ? (
          <p>{t('requests.erasures_none')}</p>
        ) : (
          <ul className={styles.list}>
            {erasures.map((request) => (
              <ErasureItem key={request.id} request={request} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="faults" className={styles.section}>
        <h2 id="faults">{t('requests.faults')}</h2>
        {faults.length === 0 ? (
          <p>{t('requests.faults_none')}</p>
        ) : (
          <ul className={styles.list}>
            {faults.map((fault) => (
              <FaultItem key={fault.id} fault={fault} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** Everything the page has shown, with new ones at the end. */
function useSeen<T extends { id: string }>(items: readonly T[]): readonly T[] {
  const [seen, setSeen] = useState(items);
  const known = new Set(seen.map(({ id }) => id));
  const added = items.filter(({ id }) => !known.has(id));
  if (added.length === 0) return seen;
  const all = [...seen, ...added];
  setSeen(all);
  return all;
}
