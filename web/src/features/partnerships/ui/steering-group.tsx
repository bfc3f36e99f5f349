/** The steering group by its seats. A seat outlives its holder, so an empty one is shown as vacant. */
import type { PartnershipPage, Seat, Side } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { EmptyState } from '../../../ui';
import { isEnded } from '../../networks';
import page from './partnership-route.module.css';
import styles from './steering-group.module.css';

const sides: readonly Side[] = ['swedish', 'international'];

export function SteeringGroup({ partnership }: { partnership: PartnershipPage }) {
  const group = partnership.steeringGroup;
  const t = useT();
  const vacant = group.seats.filter(({ holder }) => holder === null).length;
  return (
    <section aria-labelledby="steering" className={page.section}>
      <h2 id="steering">{t('partnerships.steering')}</h2>
      {group.seats.length === 0 ? (
        isEnded(partnership.status) ? (
          <EmptyState title={t('partnerships.steering_ended')} />
        ) : (
          <EmptyState title={t('partnerships.steering_none')}>{t('partnerships.steering_none_hint')}</EmptyState>
        )
      ) : (
        <>
          {!isEnded(partnership.status) && group.missingMandates && <Mandates missing={group.missingMandates} />}
          {vacant > 0 && <p className={styles.vacancies}>{t('partnerships.seats_vacant', { count: vacant })}</p>}
          {sides.map((side) => (
            <Seats
              key={side}
              side={side}
              seats={group.seats.filter((seat) => seat.side === side)}
              shown={group.compositionShown}
            />
          ))}
          {!group.compositionShown && <p className={styles.note}>{t('partnerships.steering_hidden')}</p>}
        </>
      )}
    </section>
  );
}

/** Said to the steering group and ICLD alone; it blocks nothing. */
function Mandates({ missing }: { missing: NonNullable<PartnershipPage['steeringGroup']['missingMandates']> }) {
  const t = useT();
  if (missing.length === 0) return <p className={styles.note}>{t('partnerships.balanced')}</p>;
  return (
    <ul className={styles.missing}>
      {missing.map(({ side, mandate }) => (
        <li key={`${side} ${mandate}`}>{t(`partnerships.missing_${mandate}_${side}`)}</li>
      ))}
    </ul>
  );
}

function Seats({ side, seats, shown }: { side: Side; seats: readonly Seat[]; shown: boolean }) {
  const t = useT();
  const { month } = useFormats();
  if (seats.length === 0) return null;
  return (
    <table className={styles.seats}>
      <caption>{t(`side.${side}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('partnerships.seat_holder')}</th>
          <th scope="col">{t('partnerships.seat')}</th>
          {shown && <th scope="col">{t('partnerships.seat_mandate')}</th>}
          <th scope="col" className={styles.from}>
            {t('partnerships.seat_from')}
          </th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <tr key={seat.id}>
            <th scope="row">
              {seat.holder?.name ?? <span className={styles.vacant}>{t('partnerships.seat_vacant')}</span>}
            </th>
            <td>{t(`role.${seat.role}`)}</td>
            {shown && (
              <td>{seat.role === 'politician' && seat.mandate !== null ? t(`mandate.${seat.mandate}`) : '–'}</td>
            )}
            <td className={styles.from}>{month(seat.fromOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
