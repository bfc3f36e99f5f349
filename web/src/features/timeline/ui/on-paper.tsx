/** The head of a printed timeline: of what, of which day, and what was chosen. */
import type { TimelineNetwork } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import type { TimelineFilter } from '../filter';
import { useFilterWords } from '../use-filter-words';
import styles from './timeline-route.module.css';

interface Props {
  networks: readonly TimelineNetwork[];
  today: string;
  filter: TimelineFilter;
}

export function OnPaper({ networks, today, filter }: Props) {
  const t = useT();
  const { date, list } = useFormats();
  const chosen = useFilterWords(filter);
  return (
    <div className={styles.paper}>
      <h1>{t('timeline.title_of', { network: list(networks.map(({ name }) => name)) })}</h1>
      <p>
        {chosen && `${t('timeline.chosen', { filter: chosen })} `}
        {t('timeline.as_of', { date: date(today) })} Samverka
      </p>
    </div>
  );
}
