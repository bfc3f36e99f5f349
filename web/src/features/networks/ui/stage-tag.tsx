/** A partnership's stage, told by word and shape as well as colour. */
import type { PartnershipStatus } from '@hub/contracts';
import { Circle, CircleCheck, CircleDashed, CircleDot, CirclePause, CircleX } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './stage-tag.module.css';

const icons = {
  applicant: CircleDashed,
  inception: Circle,
  active: CircleDot,
  paused: CirclePause,
  withdrawn: CircleX,
  completed: CircleCheck,
  alumni: CircleCheck,
} satisfies Record<PartnershipStatus, unknown>;

export function StageTag({ status }: { status: PartnershipStatus }) {
  const t = useT();
  const Icon = icons[status];
  return (
    <span className={styles.tag} data-status={status}>
      <Icon aria-hidden size={16} />
      {t(`partnership_status.${status}`)}
    </span>
  );
}
