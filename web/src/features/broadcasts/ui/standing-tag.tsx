/** How far it has come in a partnership, told by word and shape as well as colour. */
import { Circle, CircleCheck, Contrast } from 'lucide-react';
import { useT } from '../../../i18n';
import type { Standing } from '../standing';
import styles from './reach.module.css';

const icons = { reached: CircleCheck, swedish: Contrast, international: Contrast, not_yet: Circle };

export function StandingTag({ standing }: { standing: Standing }) {
  const t = useT();
  const Icon = icons[standing];
  return (
    <span className={styles.tag} data-standing={standing}>
      <Icon aria-hidden size={17} />
      {t(`broadcasts.reach_${standing}`)}
    </span>
  );
}
