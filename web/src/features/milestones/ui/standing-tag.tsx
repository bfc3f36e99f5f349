/** How a milestone stands, told by word and shape as well as colour. */
import type { Milestone } from '@hub/contracts';
import { Circle, CircleAlert, CircleCheck, CircleDot, CircleX, Clock } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './standing-tag.module.css';

const icons = {
  not_started: Circle,
  on_track: CircleDot,
  at_risk: CircleAlert,
  late: Clock,
  done: CircleCheck,
  not_applicable: CircleX,
};

export function StandingTag({ milestone: { state, late } }: { milestone: Pick<Milestone, 'state' | 'late'> }) {
  const t = useT();
  const standing = late ? 'late' : state;
  const Icon = icons[standing];
  return (
    <span className={styles.tag} data-standing={standing}>
      <Icon aria-hidden size={16} />
      {t(`mark.${standing}`)}
    </span>
  );
}
