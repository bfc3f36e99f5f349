/** Every line of a list as the hub understood it; those with faults first, since they are what there is to do. */
import type { InvitationPreview } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { FaultList } from './fault-list';
import styles from './invitations.module.css';

export function PreviewTable({ lines }: { lines: InvitationPreview['lines'] }) {
  const t = useT();
  const { date } = useFormats();
  const ordered = [...lines].sort(
    (a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || a.line - b.line,
  );
  return (
    <ul className={styles.list}>
      {ordered.map((one) => (
        <li key={one.line} className={styles.entry} data-wrong={one.faults.length > 0 || undefined}>
          <div className={styles.who}>
            <span className={styles.more}>{t('invitations.line', { line: one.line })}</span>
            <span className={styles.name}>{one.name || '–'}</span>
            <span className={styles.more}>{one.email || '–'}</span>
          </div>
          <div>
            {one.role ? t(`role.${one.role}`) : '–'}
            {one.partnership && (
              <span className={styles.more}>
                {one.partnership}
                {one.side && `, ${t(`side.${one.side}`)}`}
              </span>
            )}
            {one.lastOn && (
              <span className={styles.more}>{t('invitations.role_until', { date: date(one.lastOn) })}</span>
            )}
          </div>
          {one.faults.length > 0 ? (
            <FaultList faults={one.faults} />
          ) : (
            <span className={styles.state}>{t('invitations.line_right')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
