/** The way to another line of the plan, for whoever may change it. */
import type { TimelineNetwork } from '@hub/contracts';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import styles from './timeline-route.module.css';

export function PlanLink({ network: { slug } }: { network: TimelineNetwork }) {
  return (
    <Link to="/n/$networkSlug/plan/new" params={{ networkSlug: slug }} className={styles.board}>
      {useT()('plan.new')}
    </Link>
  );
}
