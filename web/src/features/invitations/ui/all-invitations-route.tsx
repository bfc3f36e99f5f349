/** Every invitation of the hub, for administrators; who are invited here too. */
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { buttonClass, PageHeader } from '../../../ui';
import { InvitationList } from './invitation-list';
import styles from './invitations.module.css';

export function AllInvitationsRoute() {
  const t = useT();
  return (
    <>
      <PageHeader lead={t('invitations.all_lead')}>{t('invitations.all_heading')}</PageHeader>
      <p className={styles.ways}>
        <Link to="/admin/invitations/new" className={buttonClass('primary')}>
          {t('invitations.new_administrator')}
        </Link>
        <Link to="/admin/letters" className={buttonClass()}>
          {t('letters.heading')}
        </Link>
      </p>
      <InvitationList />
    </>
  );
}
