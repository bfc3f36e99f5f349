/** Every invitation that the reader looks after; administrators are invited here. */
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { buttonClass, PageHeader } from '../../../ui';
import { useProfile } from '../../session';
import { AdminPath } from './admin-path';
import { InvitationList } from './invitation-list';
import styles from './invitations.module.css';

export function AllInvitationsRoute() {
  const t = useT();
  const { memberships } = useProfile();
  return (
    <>
      <PageHeader path={<AdminPath />} lead={t('invitations.all_lead')}>
        {t('invitations.all_heading')}
      </PageHeader>
      {memberships.some(({ role }) => role === 'administrator') && (
        <p className={styles.ways}>
          <Link to="/admin/invitations/new" className={buttonClass('primary')}>
            {t('invitations.new_administrator')}
          </Link>
        </p>
      )}
      <InvitationList />
    </>
  );
}
