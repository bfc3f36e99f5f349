import type { Membership } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import styles from './profile.module.css';

export function Memberships({ memberships }: { memberships: readonly Membership[] }) {
  const t = useT();
  return (
    <section aria-labelledby="memberships">
      <h2 id="memberships" className={styles.membershipsHeading}>
        {t('profile.memberships')}
      </h2>
      <ul className={styles.memberships}>
        {memberships.map(({ id, role, network, partnership }) => (
          <li key={id}>
            <span className={styles.role}>{t(`role.${role}`)}</span>
            {partnership && (
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
                {partnership.name}
              </Link>
            )}
            {network ? (
              <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
                {network.name}
              </Link>
            ) : (
              !partnership && <span>{t('profile.membership_whole')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
