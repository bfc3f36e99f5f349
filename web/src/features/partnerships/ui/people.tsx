/** Who works in the partnership, side by side, with the time it is where they are. */
import type { DirectoryPerson, PartnershipPage, Role, Side } from '@hub/contracts';
import { useMemo } from 'react';
import { useCollator, useT } from '../../../i18n';
import { EmptyState } from '../../../ui';
import { isEnded, PersonEntry } from '../../networks';
import page from './partnership-route.module.css';
import styles from './people.module.css';

const order: readonly Role[] = [
  'partnership_coordinator',
  'project_manager',
  'team_member',
  'civil_society',
  'senior_official',
  'politician',
];

export function People({ partnership }: { partnership: PartnershipPage }) {
  const t = useT();
  const sides = usePeopleBySide(partnership);
  const ended = isEnded(partnership.status);
  return (
    <section aria-labelledby="people" className={page.section}>
      <h2 id="people">{t('partnerships.team')}</h2>
      {sides.length === 0 ? (
        ended ? (
          <EmptyState title={t('partnerships.team_ended')} />
        ) : (
          <EmptyState title={t('partnerships.team_none')} />
        )
      ) : (
        sides.map(({ side, people }) => (
          <div key={side} className={styles.side}>
            <h3>{t(`side.${side}`)}</h3>
            <ul className={styles.people}>
              {people.map((person) => (
                <li key={person.id}>
                  <PersonEntry person={person} networkSlug={partnership.network.slug} partnershipId={partnership.id} />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  );
}

function usePeopleBySide({ id, people }: PartnershipPage): { side: Side; people: DirectoryPerson[] }[] {
  const collator = useCollator();
  return useMemo(() => {
    const here = (person: DirectoryPerson) => person.roles.filter(({ partnership }) => partnership?.id === id);
    const rank = (person: DirectoryPerson) => Math.min(...here(person).map(({ role }) => order.indexOf(role)));
    return (['swedish', 'international'] as const)
      .map((side) => ({
        side,
        people: people
          .filter((person) => here(person).some((role) => role.side === side))
          .sort((a, b) => rank(a) - rank(b) || collator.compare(a.name, b.name)),
      }))
      .filter((group) => group.people.length > 0);
  }, [id, people, collator]);
}
