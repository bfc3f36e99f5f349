/** Who has done this already: when, what they learned, and whom to ask. */
import type { Elsewhere, MilestonePage } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { Link } from '../../../router';
import { EmptyState } from '../../../ui';
import { dayOf } from '../../marks';
import { WriteTo } from '../../networks';
import styles from './milestone-route.module.css';
import { StandingTag } from './standing-tag';

export function ElsewhereSection({ page: { elsewhere, network } }: { page: MilestonePage }) {
  const t = useT();
  const done = elsewhere.filter(({ milestone }) => milestone.state === 'done');
  const others = elsewhere.filter(({ milestone }) => milestone.state !== 'done');
  return (
    <section aria-labelledby="elsewhere" className={styles.section}>
      <h2 id="elsewhere">{t('milestone.elsewhere')}</h2>
      {done.length === 0 && (
        <EmptyState title={t('milestone.elsewhere_none')}>{t('milestone.elsewhere_hint')}</EmptyState>
      )}
      {done.length > 0 && (
        <ul className={styles.list}>
          {done.map((one) => (
            <Done key={one.partnership.id} one={one} networkSlug={network.slug} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('milestone.elsewhere_others', { count: others.length })}</summary>
          <ul className={styles.list}>
            {others.map(({ partnership, milestone }) => (
              <li key={partnership.id} className={`${styles.item} ${styles.line}`}>
                <Link to="/m/$milestoneId" params={{ milestoneId: milestone.id }}>
                  {partnership.name}
                </Link>
                <StandingTag milestone={milestone} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Done({ one, networkSlug }: { one: Elsewhere; networkSlug: string }) {
  const t = useT();
  const { date } = useFormats();
  const { partnership, milestone, lesson, evidence, ask } = one;
  return (
    <li className={styles.item}>
      <p className={styles.line}>
        <Link to="/m/$milestoneId" params={{ milestoneId: milestone.id }}>
          {partnership.name}
        </Link>
        <span>{t('milestone.done_day', { date: date(dayOf(milestone)) })}</span>
        {evidence > 0 && <span className={styles.hint}>{t('milestone.evidence_count', { count: evidence })}</span>}
      </p>
      {lesson !== '' && <p className={`${styles.text} ${styles.said}`}>{lesson}</p>}
      {ask.length > 0 && (
        <p className={styles.line}>
          <span className={styles.hint}>{t('milestone.ask')}</span>
          {ask.map((person) => (
            <span key={person.id} className={styles.line}>
              {person.name} <WriteTo person={person} networkSlug={networkSlug} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
