/** What a broadcast says in one language, as its readers see it. */
import type { BroadcastText } from '@hub/contracts';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import styles from './form.module.css';

interface Props {
  of: BroadcastText;
  label: string;
  /** Of several: each says which it is. */
  isNamed?: boolean;
}

export function Sheet({ of: { language, title, body }, label, isNamed = false }: Props) {
  return (
    <div className={styles.sheet} role="group" aria-label={label}>
      {isNamed && <p className={styles.hint}>{label}</p>}
      <p className={styles.sheetTitle} lang={language} dir="auto">
        {title}
      </p>
      <MessageBody body={body} mentions={none} language={language} reader={useProfile()} />
    </div>
  );
}

const none: never[] = [];
