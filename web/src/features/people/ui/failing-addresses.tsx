/** For whoever looks after the network: whom mail does not reach, and what to do about it. Nothing where all is well. */
import type { FailingAddress } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Button, useNow } from '../../../ui';
import { WriteTo } from '../../networks';
import { useProfile } from '../../session';
import styles from './failing-addresses.module.css';

export function FailingAddresses({ network }: { network: { id: string; slug: string } }) {
  const t = useT();
  const hub = useHub();
  const id = useId();
  const { memberships } = useProfile();
  const administrates = memberships.some(({ role }) => role === 'administrator');
  const coordinates = memberships.some((one) => one.role === 'project_coordinator' && one.network?.id === network.id);
  const { data, error, refetch } = useQuery({
    queryKey: ['failing-addresses', network.slug],
    queryFn: () => hub.call('address.listFailing', { networkSlug: network.slug }),
    enabled: administrates || coordinates,
    staleTime: 0,
  });
  if (!data) {
    if (!error) return null;
    return (
      <div role="alert" className={styles.failing}>
        <p>{t('people.failing_not_loaded')}</p>
        <Button onClick={() => void refetch()}>{t('problem.retry')}</Button>
      </div>
    );
  }
  if (data.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.failing}>
      <h2 id={id}>{t('people.failing', { count: data.length })}</h2>
      <p className={styles.lead}>
        {t('people.failing_lead')} {t(administrates ? 'people.failing_administrator' : 'people.failing_coordinator')}
      </p>
      <ul>
        {data.map((one) => (
          <Failing key={one.person.id} failing={one} networkSlug={network.slug} corrects={administrates} />
        ))}
      </ul>
    </section>
  );
}

interface FailingProps {
  failing: FailingAddress;
  networkSlug: string;
  /** The reader may correct addresses. */
  corrects: boolean;
}

function Failing({ failing: { person, email, letters, since, reason }, networkSlug, corrects }: FailingProps) {
  const t = useT();
  const { moment } = useFormats();
  const now = useNow();
  const why = t(reason === 'address' ? 'people.failing_address' : 'people.failing_refused', {
    code: reason.replace('smtp_', ''),
  });
  return (
    <li className={styles.entry}>
      <div>
        <strong>{person.name}</strong>
        <span className={styles.address}>{email}</span>
        <span className={styles.more}>
          {t('people.failing_letters', { count: letters, date: moment(since, now) })}: {why}
        </span>
      </div>
      <div className={styles.ways}>
        <WriteTo person={person} networkSlug={networkSlug} />
        {corrects && (
          <Link
            to="/admin/people/$personId/account"
            params={{ personId: person.id }}
            aria-label={t('people.failing_correct_of', { name: person.name })}
          >
            {t('people.failing_correct')}
          </Link>
        )}
      </div>
    </li>
  );
}
