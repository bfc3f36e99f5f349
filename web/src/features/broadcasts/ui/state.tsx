/** Where a broadcast stands for its reader, by word and shape as well as colour. */
import type { BroadcastCard } from '@hub/contracts';
import { CircleAlert, CircleCheck, Clock, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats, useT } from '../../../i18n';
import { useNow } from '../../../ui';
import styles from './broadcasts.module.css';

type Stands = Pick<
  BroadcastCard,
  'status' | 'scheduledFor' | 'notSent' | 'mine' | 'acknowledge' | 'acknowledgeBy' | 'acknowledgedAt'
>;

/** Nothing where nothing is asked of the reader and nothing is ahead. */
export function State({ of }: { of: Stands }) {
  const t = useT();
  const { date, full, moment } = useFormats();
  const now = useNow();
  const { status, scheduledFor, acknowledgeBy, acknowledgedAt } = of;
  if (of.notSent)
    return (
      <Tag state="waits" icon={<CircleAlert aria-hidden size={16} />}>
        {t('broadcasts.returned')}
      </Tag>
    );
  if (status === 'draft') return <Tag icon={<PencilLine aria-hidden size={16} />}>{t('broadcasts.draft')}</Tag>;
  if (status === 'scheduled' && scheduledFor !== null)
    return <Tag icon={<Clock aria-hidden size={16} />}>{t('broadcasts.goes_out', { moment: full(scheduledFor) })}</Tag>;
  if (status !== 'sent' || !of.mine || !of.acknowledge) return null;
  if (acknowledgedAt !== null)
    return (
      <Tag state="done" icon={<CircleCheck aria-hidden size={16} />}>
        {t('broadcasts.confirmed', { moment: moment(acknowledgedAt, now) })}
      </Tag>
    );
  return (
    <Tag state="waits" icon={<CircleAlert aria-hidden size={16} />}>
      {acknowledgeBy === null ? t('broadcasts.waits') : t('broadcasts.waits_by', { date: date(acknowledgeBy) })}
    </Tag>
  );
}

function Tag({ state, icon, children }: { state?: 'waits' | 'done'; icon: ReactNode; children: string }) {
  return (
    <span className={styles.state} data-state={state}>
      {icon}
      {children}
    </span>
  );
}
