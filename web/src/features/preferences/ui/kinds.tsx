/** What comes by mail, kind by kind: one of three, and for what nobody can silence, why. */
import type { MailChoice, MailChoices, NotificationKind } from '@hub/contracts';
import { mailChoices, tellings } from '@hub/contracts/telling';
import { useT } from '../../../i18n';
import { kindGroups } from '../kind-groups';
import styles from './preferences.module.css';

interface Props {
  chosen: MailChoices;
  /** What counts where nothing is chosen. */
  suggested(kind: NotificationKind): MailChoice;
  /** Said below a kind for which nothing is chosen. */
  note?(kind: NotificationKind): string | undefined;
  /** Left out: all. */
  of?(kind: NotificationKind): boolean;
  /** Of the groups; left out: 3. */
  level?: 2 | 3;
  onChange(kind: NotificationKind, choice: MailChoice): void;
}

export function Kinds({ of, level = 3, ...props }: Props) {
  const t = useT();
  const Heading = `h${level}` as const;
  return kindGroups.map(({ name, kinds }) => {
    const shown = kinds.filter((kind) => of?.(kind) ?? true);
    return shown.length === 0 ? null : (
      <section key={name} className={styles.group} aria-labelledby={`kinds-${name}`}>
        <Heading id={`kinds-${name}`}>{t(`preferences.group.${name}`)}</Heading>
        {shown.map((kind) => (
          <Kind key={kind} kind={kind} {...props} />
        ))}
      </section>
    );
  });
}

function Kind({ kind, chosen, suggested, note, onChange }: Omit<Props, 'of' | 'level'> & { kind: NotificationKind }) {
  const t = useT();
  if (tellings[kind].critical)
    return (
      <div className={styles.kind}>
        <p className={styles.kindName}>{t(`preferences.kind.${kind}`)}</p>
        <p className={styles.always}>{t('preferences.always')}</p>
        <p className={styles.note}>
          {t(`preferences.why.${kind as 'broadcast' | 'acknowledgement_missing' | 'role_ending'}`)}
        </p>
      </div>
    );
  const said = chosen[kind] === undefined ? note?.(kind) : undefined;
  return (
    <fieldset className={styles.kind} aria-describedby={said === undefined ? undefined : `note-${kind}`}>
      <legend className={styles.kindName}>{t(`preferences.kind.${kind}`)}</legend>
      <div className={styles.three}>
        {mailChoices.map((choice) => (
          <label key={choice} className={styles.one}>
            <input
              type="radio"
              name={`mail-${kind}`}
              value={choice}
              checked={(chosen[kind] ?? suggested(kind)) === choice}
              onChange={() => onChange(kind, choice)}
            />
            <span>{t(`preferences.${choice}`)}</span>
          </label>
        ))}
      </div>
      {said !== undefined && (
        <p id={`note-${kind}`} className={styles.note}>
          {said}
        </p>
      )}
    </fieldset>
  );
}
