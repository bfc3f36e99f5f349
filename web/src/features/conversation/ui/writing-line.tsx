import type { PersonRef } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import styles from './topic-route.module.css';

const mostNamed = 2;

/** One line above the composer: what was just done, else who of the others is writing. It is seen, not spoken. */
export function WritingLine({ people, notice }: { people: readonly PersonRef[]; notice: string }) {
  const t = useT();
  const { list } = useFormats();
  const [first] = people;
  const writing =
    first === undefined
      ? ''
      : people.length > mostNamed
        ? t('channels.typing_many')
        : t('channels.typing', { names: list(people.map(({ name }) => name)), count: people.length });
  return (
    <p className={styles.line} data-notice={notice !== '' || undefined}>
      {notice || writing}
    </p>
  );
}
