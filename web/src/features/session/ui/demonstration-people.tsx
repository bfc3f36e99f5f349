/** The people of the demonstration, by where in a network they stand; choosing one signs in as them. */
import { caller } from '@hub/client/call';
import type { DemonstrationPerson, Role } from '@hub/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useT } from '../../../i18n';
import { Avatar } from '../../../ui/avatar';
import { Failed } from '../../../ui/failed';
import { Loading } from '../../../ui/loading';
import { enter } from '../session';
import styles from './sign-in.module.css';

const groups = ['partnership', 'steering', 'icld', 'around'] as const;
type Group = (typeof groups)[number];

const groupOf: Record<Role, Group> = {
  administrator: 'icld',
  project_coordinator: 'icld',
  research_advisor: 'around',
  expert: 'around',
  guest_expert: 'around',
  mentor: 'around',
  partnership_coordinator: 'partnership',
  project_manager: 'partnership',
  team_member: 'partnership',
  civil_society: 'partnership',
  politician: 'steering',
  senior_official: 'steering',
  communications_officer: 'around',
  guest: 'around',
};

export function DemonstrationPeople() {
  const t = useT();
  const { people, error, reload } = usePeople();
  const [entering, setEntering] = useState<string>();
  const [refused, setRefused] = useState<unknown>();

  if (error !== undefined) return <Failed error={error} onRetry={reload} />;
  if (!people)
    return (
      <div className={styles.coming}>
        <Loading text={t('session.loading')} />
      </div>
    );

  const choose = async (person: DemonstrationPerson) => {
    setEntering(person.id);
    setRefused(undefined);
    try {
      await enter(person.id);
    } catch (failure) {
      setEntering(undefined);
      setRefused(failure);
    }
  };

  return (
    <>
      <p className={styles.hint}>{t('session.choose_hint')}</p>
      {refused !== undefined && <Failed error={refused} />}
      {groups
        .map((group) => ({ group, members: people.filter((person) => groupOf[person.role] === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{t(`session.group_${group}`)}</h3>
            <ul>
              {members.map((person) => (
                <li key={person.id}>
                  <PersonChoice
                    person={person}
                    entering={entering === person.id}
                    onChoose={() => entering ?? void choose(person)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

interface ChoiceProps {
  person: DemonstrationPerson;
  entering: boolean;
  onChoose: () => void;
}

function PersonChoice({ person, entering, onChoose }: ChoiceProps) {
  const t = useT();
  const role =
    person.mandate && person.mandate !== 'none'
      ? `${t(`role.${person.role}`)}, ${t(`mandate.${person.mandate}`).toLowerCase()}`
      : t(`role.${person.role}`);
  return (
    <button type="button" className={styles.person} onClick={onChoose} aria-busy={entering}>
      <Avatar initials={person.initials} />
      <span className={styles.about}>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.role}>
          {role} {!role.includes(person.place) && <span className={styles.place}>{person.place}</span>}
        </span>
        <span className={styles.does}>
          {entering ? t('session.entering', { name: person.name }) : t(`session.about.${person.role}`)}
        </span>
      </span>
    </button>
  );
}

const call = caller({ origin: '' });

function usePeople() {
  const [people, setPeople] = useState<DemonstrationPerson[]>();
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    call('demonstration.people', {}).then(setPeople, setError);
  }, []);
  useEffect(load, [load]);
  return { people, error, reload: load };
}
