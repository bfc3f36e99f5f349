/** Letters that did not arrive, for administrators: whom to ask for another address. */
import { useQuery } from '@tanstack/react-query';
import { useT, type MessageId } from '../../../i18n';
import { useHub } from '../../../live';
import { EmptyState, Failed, Loading, Moment, PageHeader } from '../../../ui';
import { AdminPath } from './admin-path';
import styles from './invitations.module.css';

/** Letters of these kinds have a name; others tell of something that happened. */
const kinds: Partial<Record<string, MessageId>> = {
  sign_in: 'letters.kind_sign_in',
  invitation: 'letters.kind_invitation',
  role_ending: 'letters.kind_role_ending',
  digest: 'letters.kind_digest',
};

const reasons: Partial<Record<string, MessageId>> = {
  address: 'letters.reason_address',
  unreachable: 'letters.reason_unreachable',
  unknown: 'letters.reason_unknown',
};

export function LettersRoute() {
  const t = useT();
  const hub = useHub();
  const { data, error, refetch } = useQuery({
    queryKey: ['letters'],
    queryFn: () => hub.call('letter.failed', {}),
    staleTime: 0,
  });
  return (
    <>
      <PageHeader path={<AdminPath />} lead={t('letters.lead')}>
        {t('letters.heading')}
      </PageHeader>
      {data ? (
        data.length === 0 ? (
          <EmptyState title={t('letters.none')}>{t('letters.none_hint')}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {data.map(({ id, kind, recipient, networkName, reason, failedAt }) => (
              <li key={id} className={styles.entry}>
                <div className={styles.who}>
                  <span className={styles.name}>{recipient}</span>
                  {networkName && (
                    <span className={styles.more} lang="en">
                      {networkName}
                    </span>
                  )}
                </div>
                <div>{t(kinds[kind] ?? 'letters.kind_notification')}</div>
                <div>
                  {t(reasons[reason] ?? 'letters.reason_refused', { code: reason.replace(/^(smtp|refused)_/, '') })}
                  <Moment at={failedAt} className={styles.more} />
                </div>
              </li>
            ))}
          </ul>
        )
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading text={t('letters.loading')} />
      )}
    </>
  );
}
