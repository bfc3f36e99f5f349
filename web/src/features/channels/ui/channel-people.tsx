/** Who is in a channel, and what time it is where they are. */
import type { ChannelMember } from '@hub/contracts';
import { useId, useState } from 'react';
import { useT } from '../../../i18n';
import { Avatar, Button, LocalTime } from '../../../ui';
import { useProfile } from '../../session';
import styles from './channel-people.module.css';

const shownAtFirst = 8;

export function ChannelPeople({ people }: { people: readonly ChannelMember[] }) {
  const t = useT();
  const id = useId();
  const reader = useProfile();
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, shownAtFirst);
  return (
    <aside className={styles.people} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {t('channels.people_heading')} <span className={styles.count}>{people.length}</span>
      </h2>
      <ul id={`${id}-list`}>
        {shown.map((person) => (
          <li key={person.id} className={styles.person}>
            <Avatar initials={person.initials} />
            <span className={styles.name}>
              {person.name}
              {person.id === reader.id && <span className={styles.you}> ({t('channels.you')})</span>}
            </span>
            <span className={styles.title}>
              {person.title}
              {person.timeZone !== reader.timeZone && <LocalTime zone={person.timeZone} className={styles.clock} />}
            </span>
          </li>
        ))}
      </ul>
      {people.length > shownAtFirst && (
        <Button look="quiet" aria-expanded={all} aria-controls={`${id}-list`} onClick={() => setAll(!all)}>
          {all ? t('channels.people_fewer') : t('channels.people_all', { count: people.length })}
        </Button>
      )}
    </aside>
  );
}
