/** Every key, and the switch for those that are single letters. */
import { useT } from '../../../i18n';
import type { MessageId } from '../../../i18n';
import { Dialog } from '../../../ui/dialog';
import { choose, useDeviceChoices } from '../../../a11y';
import styles from './dialogs.module.css';

const keys: readonly [heading: MessageId, rows: readonly [keys: readonly string[], what: MessageId][]][] = [
  [
    'keys.everywhere',
    [
      [['N'], 'keys.next_unread'],
      [['P'], 'keys.previous_unread'],
      [['G U'], 'keys.go_unread'],
      [['G I'], 'keys.go_inbox'],
      [['G H'], 'keys.go_home'],
      [['?'], 'keys.help'],
    ],
  ],
  [
    'keys.timeline',
    [
      [['+'], 'keys.nearer'],
      [['−'], 'keys.farther'],
      [['T'], 'keys.today'],
      [['←', '→'], 'keys.marks'],
      [['↑', '↓'], 'keys.rows'],
      [['Home', 'End'], 'keys.row_ends'],
    ],
  ],
  [
    'keys.conversation',
    [
      [['↑', '↓'], 'keys.move'],
      [['End'], 'keys.end'],
      [['R'], 'keys.answer'],
      [['E'], 'keys.edit'],
      [['C', 'Enter'], 'keys.write'],
      [['Esc'], 'keys.back'],
    ],
  ],
  [
    'keys.inbox',
    [
      [['J', 'K'], 'keys.inbox_move'],
      [['E'], 'keys.inbox_done'],
      [['L'], 'keys.inbox_later'],
    ],
  ],
  [
    'keys.questions',
    [
      [['J', 'K'], 'keys.questions_move'],
      [['A'], 'keys.questions_give'],
    ],
  ],
  [
    'keys.writing',
    [
      [['Enter'], 'keys.send'],
      [['Shift + Enter'], 'keys.line'],
      [['Ctrl + B'], 'keys.bold'],
      [['Ctrl + I'], 'keys.italic'],
      [['@'], 'keys.mention'],
      [['↑'], 'keys.edit_last'],
      [['Esc'], 'keys.leave'],
    ],
  ],
];

export function KeysDialog({ onClose }: { onClose(): void }) {
  const t = useT();
  const { letterKeys } = useDeviceChoices();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      {keys.map(([heading, rows]) => (
        <section key={heading} className={styles.keys} aria-label={t(heading)}>
          <h3>{t(heading)}</h3>
          <dl>
            {rows.map(([names, what]) => (
              <div key={what}>
                <dt>
                  {names.map((name, index) => (
                    <span key={name}>
                      {index > 0 && ` ${t('keys.or')} `}
                      <kbd>{name}</kbd>
                    </span>
                  ))}
                </dt>
                <dd>{t(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={letterKeys}
          onChange={(event) => choose({ letterKeys: event.target.checked })}
        />
        <span>
          {t('keys.letters')}
          <span className={styles.kind}>{t('keys.letters_hint')}</span>
        </span>
      </label>
    </Dialog>
  );
}
