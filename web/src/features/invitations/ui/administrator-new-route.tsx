/** Inviting an administrator of the hub. */
import { useT } from '../../../i18n';
import { Link, navigate } from '../../../router';
import { PageHeader, Path } from '../../../ui';
import { InvitationForm } from './invitation-form';

const may = { roles: ['administrator'], sides: undefined } as const;

export function AdministratorNewRoute() {
  const t = useT();
  return (
    <>
      <PageHeader
        path={
          <Path>
            <Link to="/admin/invitations">{t('invitations.all_heading')}</Link>
          </Path>
        }
        lead={t('invitations.new_administrator_lead')}
      >
        {t('invitations.new_administrator')}
      </PageHeader>
      <InvitationForm network={undefined} may={may} onInvited={() => navigate({ to: '/admin/invitations' })} />
    </>
  );
}
