/** Inviting an administrator of the hub. */
import { useT } from '../../../i18n';
import { Link, navigate } from '../../../router';
import { PageHeader } from '../../../ui';
import { AdminPath } from './admin-path';
import { InvitationForm } from './invitation-form';

const may = { roles: ['administrator'], sides: undefined } as const;

export function AdministratorNewRoute() {
  const t = useT();
  return (
    <>
      <PageHeader
        path={
          <AdminPath>
            <Link to="/admin/invitations">{t('invitations.heading')}</Link>
          </AdminPath>
        }
        lead={t('invitations.new_administrator_lead')}
      >
        {t('invitations.new_administrator')}
      </PageHeader>
      <InvitationForm network={undefined} may={may} onInvited={() => navigate({ to: '/admin/invitations' })} />
    </>
  );
}
