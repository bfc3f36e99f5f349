/** Entries of the trail, one after the other. */
import type { AuditEntry } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Button } from '../../../ui';
import { changesOf, sentenceOf } from '../trail-words';
import styles from './trail-list.module.css';

interface Props {
  entries: readonly AuditEntry[];
  names: Record<string, string>;
  onBy(actorId: string): void;
}

export function TrailList({ entries, names, onBy }: Props) {
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} names={names} onBy={onBy} />
      ))}
    </ol>
  );
}

function Entry({ entry, names, onBy }: { entry: AuditEntry } & Omit<Props, 'entries'>) {
  const t = useT();
  const { full, date, list } = useFormats();
  const { actor, network, at, reason } = entry;
  const changes = changesOf(entry, { t, date, list, names });
  return (
    <li className={styles.entry}>
      <p className={styles.when}>
        <time dateTime={at}>{full(at)}</time>
        {network && <span lang="en">{network.name}</span>}
      </p>
      <p className={styles.what}>{sentenceOf(t, entry)}</p>
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map(({ field, text }) => (
            <div key={field}>
              <dt>{field}:</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {reason !== '' && (
        <p className={styles.reason} dir="auto">
          {t('trail.reason', { reason })}
        </p>
      )}
      {actor && (
        <Button look="quiet" className={styles.by} onClick={() => onBy(actor.id)}>
          {t('trail.only_by', { name: actor.name })}
        </Button>
      )}
    </li>
  );
}
