/** Somebody else gave a question to somebody while it was being given: who is answerable for it now. */
import { useT } from '../../../i18n';
import styles from './meanwhile.module.css';

interface Props {
  responsible: { name: string } | null;
}

export function Meanwhile({ responsible }: Props) {
  const t = useT();
  return (
    <p role="alert" className={styles.meanwhile}>
      {responsible ? t('questions.given_meanwhile', { name: responsible.name }) : t('questions.given_back_meanwhile')}
    </p>
  );
}
