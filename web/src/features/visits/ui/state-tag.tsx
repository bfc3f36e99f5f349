/** How a visit stands, told by word and shape as well as colour. */
import type { VisitState } from '@hub/contracts';
import { Circle, CircleCheck, CircleDot, CirclePause, CircleX, Clock } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './state-tag.module.css';

const icons = {
  planned: Circle,
  confirmed: CircleDot,
  postponed: CirclePause,
  moved: Clock,
  held: CircleCheck,
  held_online: CircleCheck,
  cancelled: CircleX,
} satisfies Record<VisitState, unknown>;

export function StateTag({ state }: { state: VisitState }) {
  const t = useT();
  const Icon = icons[state];
  return (
    <span className={styles.tag} data-state={state}>
      <Icon aria-hidden size={16} />
      {t(`visit_state.${state}`)}
    </span>
  );
}
