/** The way to a calendar feed of the partnership, for everybody who works in its network. */
import type { PartnershipPage } from '@hub/contracts';
import { gives } from '@hub/contracts/role-rights';
import { CalendarDays } from 'lucide-react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { useProfile } from '../../session';
import styles from './partnership-route.module.css';

export function CalendarLink({ partnership: { slug, network } }: { partnership: PartnershipPage }) {
  const t = useT();
  const { memberships } = useProfile();
  const works = memberships.some(
    (one) => gives(one.role, 'every_network') || (one.network?.id === network.id && one.role !== 'guest'),
  );
  if (!works) return null;
  return (
    <p className={styles.settings}>
      <CalendarDays aria-hidden size={17} />
      <Link to="/settings/calendars" search={{ partnership: slug }}>
        {t('partnerships.in_calendar')}
      </Link>
    </p>
  );
}
