/** Who comes, by role and never by name, and what is prepared for them. */
import type { PreparationState, VisitPage } from '@hub/contracts';
import { Circle, CircleCheck, CircleDashed, CircleDot } from 'lucide-react';
import { useT } from '../../../i18n';
import { preparations, sides } from '../visit-values';
import styles from './visits.module.css';

export function Participants({ page: { participants } }: { page: VisitPage }) {
  const t = useT();
  const shown = sides.filter((one) => participants.some(({ side }) => side === one));
  return (
    <section aria-labelledby="people" className={styles.section}>
      <h2 id="people">{t('visits.people')}</h2>
      {shown.length === 0 && <p className={styles.more}>{t('visits.people_none')}</p>}
      <dl className={styles.pairs}>
        {shown.map((one) => (
          <div key={one}>
            <dt>{t(`side.${one}`)}</dt>
            <dd>
              <ul>
                {participants
                  .filter(({ side }) => side === one)
                  .map(({ role, count }) => (
                    <li key={role}>{t('visits.people_count', { count, role: t(`role.${role}`) })}</li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const icons = {
  not_needed: CircleDashed,
  to_do: Circle,
  under_way: CircleDot,
  done: CircleCheck,
} satisfies Record<PreparationState, unknown>;

export function Preparations({ page: { checklist, costOwner } }: { page: VisitPage }) {
  const t = useT();
  return (
    <section aria-labelledby="checklist" className={styles.section}>
      <h2 id="checklist">{t('visits.checklist')}</h2>
      <dl className={styles.pairs}>
        {preparations.map((one) => {
          const state = checklist[one];
          const Icon = icons[state];
          return (
            <div key={one}>
              <dt>{t(`visits.checklist_${one}`)}</dt>
              <dd className={styles.prepared} data-state={state}>
                <Icon aria-hidden size={17} />
                {t(`preparation.${state}`)}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{t('visits.field_costOwner')}</dt>
          <dd>{t(costOwner === null ? 'visits.cost_open' : `cost_owner.${costOwner}`)}</dd>
        </div>
      </dl>
      <p className={styles.more}>{t('visits.no_passports')}</p>
    </section>
  );
}
