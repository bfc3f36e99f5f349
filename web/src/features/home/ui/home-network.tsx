/** One of the reader's networks: how far it has come, what they are in it, and their partnerships. */
import type { NetworkCard, NetworkPage } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { StageTag, YearBar } from '../../networks';
import { useProfile } from '../../session';
import styles from './home-network.module.css';

interface Props {
  network: NetworkCard;
  page: NetworkPage | undefined;
  /** The reader's only network: whoever has no partnership of their own in it sees them all. */
  only: boolean;
}

export function HomeNetwork({ network, page, only }: Props) {
  const t = useT();
  const { memberships } = useProfile();
  const mine = new Set(memberships.flatMap(({ partnership }) => (partnership ? [partnership.id] : [])));
  const all = page?.partnershipCards ?? [];
  const own = all.filter(({ id }) => mine.has(id));
  const partnerships = own.length === 0 && only ? all : own;
  return (
    <article className={styles.network}>
      <h3>
        <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} className={styles.name} lang="en">
          {network.name}
        </Link>
      </h3>
      <p className={styles.more}>
        <span lang="en">{network.region}</span>
        {', '}
        {t('home.partnerships_count', { count: network.partnerships, countries: network.countries.length })}
      </p>
      <YearBar network={network} />
      {network.myRoles.length > 0 && (
        <p className={styles.role}>
          {t('home.your_role', { roles: network.myRoles.map((role) => t(`role.${role}`)).join(', ') })}
        </p>
      )}
      {partnerships.length > 0 && (
        <ul
          className={styles.partnerships}
          aria-label={t(own.length > 0 ? 'home.your_partnerships' : 'networks.partnerships')}
        >
          {partnerships.map((partnership) => (
            <li key={partnership.id}>
              <Link to="/p/$partnershipSlug" params={{ partnershipSlug: partnership.slug }}>
                {partnership.name}
              </Link>
              <StageTag status={partnership.status} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
