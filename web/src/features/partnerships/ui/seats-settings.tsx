/** The seats of a steering group: filled, handed over, made vacant, ended and added. */
import type { KeptSeat, PartnershipPage, Side } from '@hub/contracts';
import { useRef, useState } from 'react';
import { useFormats, useT, type Translate } from '../../../i18n';
import { Button, Failed, Loading } from '../../../ui';
import { seatActions, type SeatAction } from '../seat-actions';
import { today } from '../today';
import { useSeats } from '../use-seats';
import { SeatAdd } from './seat-add';
import { SeatForm } from './seat-form';
import styles from './settings.module.css';

const sides: readonly Side[] = ['swedish', 'international'];

export function SeatsSettings({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const { data, error, refetch, refresh } = useSeats(partnership.slug);
  return (
    <section aria-labelledby="seats" className={styles.section}>
      <h2 id="seats">{t('seats.heading')}</h2>
      <p>{t('seats.lead')}</p>
      {data ? (
        <>
          {sides.map((side) => {
            const seats = data.filter((seat) => seat.side === side);
            return (
              <div key={side} className={styles.side}>
                <h3>{t(`side.${side}`)}</h3>
                {seats.length === 0 ? (
                  <p className={styles.more}>{t('seats.none')}</p>
                ) : (
                  <ul className={styles.list}>
                    {seats.map((seat) => (
                      <SeatItem key={seat.id} seat={seat} partnership={partnership} onChanged={refresh} />
                    ))}
                  </ul>
                )}
              </div>
            );
          })}
          <SeatAdd partnershipSlug={partnership.slug} onAdded={refresh} />
        </>
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading text={t('field.loading')} />
      )}
    </section>
  );
}

function seatName(t: Translate, { role, mandate }: Pick<KeptSeat, 'role' | 'mandate'>): string {
  return role === 'politician'
    ? t('seats.name', { role: t(`role.${role}`), mandate: t(`mandate.${mandate}`) })
    : t(`role.${role}`);
}

interface Props {
  seat: KeptSeat;
  partnership: PartnershipPage;
  onChanged(): Promise<unknown>;
}

function SeatItem({ seat, partnership, onChanged }: Props) {
  const t = useT();
  const [action, setAction] = useState<SeatAction>();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = seatName(t, seat);
  /** The form goes, and focus must not go with it. */
  const done = () => {
    heading.current?.focus();
    setAction(undefined);
  };
  return (
    <li>
      <h4 ref={heading} tabIndex={-1} className={styles.name}>
        {name}
      </h4>
      <Holders seat={seat} />
      {action === undefined ? (
        <div className={styles.actions}>
          {seatActions(seat, today()).map((one) => (
            <Button
              key={one}
              look="quiet"
              aria-label={t(`seats.${one}_name`, { seat: name })}
              onClick={() => setAction(one)}
            >
              {t(`seats.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <SeatForm
          seat={seat}
          name={name}
          action={action}
          partnership={partnership}
          onDone={done}
          onChanged={onChanged}
        />
      )}
    </li>
  );
}

/** Who sits in it and who will; before them those who did, the latest first. */
function Holders({ seat }: { seat: KeptSeat }) {
  const t = useT();
  const { date } = useFormats();
  const now = today();
  return (
    <ul className={styles.holders}>
      {seat.holder === null && <li className={styles.vacant}>{t('seats.vacant')}</li>}
      {seat.holders.map(({ person, fromOn, untilOn }) => {
        const past = untilOn !== null && untilOn <= now;
        const text = past || untilOn !== null ? 'seats.until' : fromOn > now ? 'seats.from' : 'seats.since';
        return (
          <li key={`${person.id} ${fromOn}`} className={past ? styles.more : undefined}>
            {t(text, { name: person.name, date: date(untilOn ?? fromOn) })}
          </li>
        );
      })}
    </ul>
  );
}
