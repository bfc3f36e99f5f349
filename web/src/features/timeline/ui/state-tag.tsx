/** How a milestone or visit stands: a shape of its own and the word for it. */
import type { VisitState } from '@hub/contracts';
import { useT } from '../../../i18n';
import type { Standing } from '../standing';
import styles from './marks.module.css';

export function StateTag({ standing }: { standing: Standing }) {
  const t = useT();
  return (
    <span className={styles.tag} data-standing={standing}>
      <i className={styles.shape} data-standing={standing} aria-hidden />
      {t(`milestone_state.${standing}`)}
    </span>
  );
}

export function VisitTag({ state }: { state: VisitState }) {
  const t = useT();
  return (
    <span className={styles.tag}>
      <i className={styles.span} data-visit={state} aria-hidden />
      {t(`timeline.visit_state.${state}`)}
    </span>
  );
}
