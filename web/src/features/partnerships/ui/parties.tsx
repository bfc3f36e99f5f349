/** Both sides of a partnership, each with one local government or more, or still looking for one. */
import type { Party, PartnershipPage, Side } from '@hub/contracts';
import { useFormats, useT } from '../../../i18n';
import { LocalTime } from '../../../ui';
import { isEnded } from '../../networks';
import page from './partnership-route.module.css';
import styles from './parties.module.css';

const sides: readonly Side[] = ['swedish', 'international'];

export function Parties({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  return (
    <section aria-labelledby="parties" className={page.section}>
      <h2 id="parties">{t('partnerships.parties')}</h2>
      <div className={styles.sides}>
        {sides.map((side) => {
          const parties = partnership.parties.filter((party) => party.side === side);
          return (
            <div
              key={side}
              className={styles.side}
              data-missing={(parties.length === 0 && !isEnded(partnership.status)) || undefined}
            >
              <h3>{t(`side.${side}`)}</h3>
              {parties.length === 0 ? (
                <MissingSide ended={isEnded(partnership.status)} />
              ) : (
                <ul>
                  {parties.map((party) => (
                    <PartyEntry key={party.localGovernment.id} party={party} />
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
      {partnership.formerParties.length > 0 && <Former parties={partnership.formerParties} />}
    </section>
  );
}

function Former({ parties }: { parties: readonly Party[] }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <div>
      <h3 className={styles.former}>{t('partnerships.former_parties')}</h3>
      <ul>
        {parties.map(({ id, localGovernment, fromOn, untilOn }) => (
          <li key={id}>
            {localGovernment.name}
            {', '}
            <span className={styles.years}>
              {t('partnerships.party_years', { start: date(fromOn), end: date(untilOn ?? fromOn) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MissingSide({ ended }: { ended: boolean }) {
  const t = useT();
  if (ended) return <p className={styles.more}>{t('partnerships.side_ended')}</p>;
  return (
    <div>
      <p className={styles.seeking}>{t('partnership.seeking')}</p>
      <p className={styles.more}>{t('partnerships.seeking_hint')}</p>
    </div>
  );
}

function PartyEntry({ party: { localGovernment } }: { party: Party }) {
  const t = useT();
  const { countryName } = useFormats();
  return (
    <li>
      <p className={styles.name}>{localGovernment.name}</p>
      <p className={styles.more}>
        {t(`kind.${localGovernment.kind}`)}, {countryName(localGovernment.country)}
      </p>
      <LocalTime zone={localGovernment.timeZone} place={localGovernment.name} className={styles.more} />
    </li>
  );
}
