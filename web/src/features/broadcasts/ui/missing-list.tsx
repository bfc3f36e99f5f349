/** Who has not acknowledged: whether they were reminded, and how to reach them; once no reminder is left, a list to call. */
import type { BroadcastReach } from '@hub/contracts';
import { Mail, Phone, TriangleAlert } from 'lucide-react';
import { useFormats, useT } from '../../../i18n';
import { LocalTime, useNow } from '../../../ui';
import pages from '../../../ui/pages.module.css';
import { WriteTo } from '../../networks';
import page from './broadcasts.module.css';
import styles from './reach.module.css';

interface Props {
  reach: BroadcastReach;
  networkSlug: string | undefined;
}

export function MissingList({ reach: { missing, toCall, nextReminderAt }, networkSlug }: Props) {
  const t = useT();
  const { full } = useFormats();
  return (
    <section aria-labelledby="missing" className={pages.section}>
      <h2 id="missing" className={styles.heading}>
        {toCall && missing.length > 0 && <Phone aria-hidden size={19} />}
        {missing.length === 0
          ? t('broadcasts.missing_none')
          : t(toCall ? 'broadcasts.to_call' : 'broadcasts.missing', { count: missing.length })}
      </h2>
      {missing.length > 0 && (
        <p className={pages.hint}>
          {toCall
            ? t('broadcasts.to_call_hint')
            : nextReminderAt === null
              ? t('broadcasts.missing_hint')
              : t('broadcasts.next_reminder', { moment: full(nextReminderAt) })}
        </p>
      )}
      {missing.length > 0 && (
        <ul className={pages.list}>
          {missing.map((one) => (
            <Missing key={one.id} one={one} networkSlug={networkSlug} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Missing({ one, networkSlug }: { one: BroadcastReach['missing'][number]; networkSlug: string | undefined }) {
  const t = useT();
  const { moment } = useFormats();
  const now = useNow();
  const { name, title, email, timeZone, role, partnershipName, side, reminders, remindedAt, failing } = one;
  const where = [partnershipName, side && t(`side.${side}`)].filter((part) => part !== null);
  return (
    <li className={styles.person}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={page.facts}>
          <span>{title === '' ? t(`role.${role}`) : title}</span>
          {where.length > 0 && <span>{where.join(', ')}</span>}
        </p>
        <p className={page.facts}>
          <span>
            {remindedAt === null
              ? t('broadcasts.reminded_not')
              : t('broadcasts.reminded', { count: reminders, moment: moment(remindedAt, now) })}
          </span>
          <LocalTime zone={timeZone} />
        </p>
        {failing && (
          <p className={styles.failing}>
            <TriangleAlert aria-hidden size={16} />
            {t('broadcasts.failing')}
          </p>
        )}
      </div>
      <div className={styles.ways}>
        <a href={`mailto:${email}`} className={styles.mail}>
          <Mail aria-hidden size={15} />
          {email}
        </a>
        {networkSlug !== undefined && <WriteTo person={one} networkSlug={networkSlug} />}
      </div>
    </li>
  );
}
