/** How a question stands, told by word and shape as well as colour. */
import type { QuestionState } from '@hub/contracts';
import { Circle, CircleCheck, CircleDot, CircleX, MessageCircle } from 'lucide-react';
import { useT } from '../../../i18n';
import styles from './state-tag.module.css';

const icons = {
  open: Circle,
  routed: CircleDot,
  answered: MessageCircle,
  accepted: CircleCheck,
  closed: CircleX,
} satisfies Record<QuestionState, unknown>;

export function StateTag({ state }: { state: QuestionState }) {
  const t = useT();
  const Icon = icons[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon aria-hidden size={16} />
      {t(`question_state.${state}`)}
    </span>
  );
}
