import type { NetworkPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Path } from '../../../ui';

/** Where the pages of inviting belong. */
export function InvitationPath({
  network: { slug: networkSlug, name },
}: {
  network: Pick<NetworkPage, 'slug' | 'name'>;
}) {
  const t = useT();
  return (
    <Path>
      <Link to="/n/$networkSlug" params={{ networkSlug }} lang="en">
        {name}
      </Link>
      <Link to="/n/$networkSlug/invitations" params={{ networkSlug }}>
        {t('invitations.heading')}
      </Link>
    </Path>
  );
}
