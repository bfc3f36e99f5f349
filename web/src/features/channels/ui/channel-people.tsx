/** Who is in a channel, who of them is here now, and what time it is where they are. */
import type { ChannelMember, ChannelPage } from '@hub/contracts';
import { UserPlus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Avatar, Button, buttonClass, LocalTime } from '../../../ui';
import { WriteTo } from '../../networks';
import { useProfile } from '../../session';
import { usePresence } from '../use-presence';
import styles from './channel-people.module.css';

const shownAtFirst = 8;

/** That one is here oneself goes without saying. */
const useOthers = (here: ReadonlySet<string>, readerId: string) =>
  useMemo(() => new Set([...here].filter((id) => id !== readerId)), [here, readerId]);

export function ChannelPeople({ channel }: { channel: ChannelPage }) {
  const t = useT();
  const id = useId();
  const [all, setAll] = useState(false);
  const reader = useProfile();
  const here = useOthers(usePresence(channel.id), reader.id);
  const { members, network, may } = channel;
  const people = useMemo(() => hereFirst(members, here), [members, here]);
  const present = members.filter((member) => here.has(member.id)).length;
  return (
    <section className={styles.people} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {t('channels.people_heading')} <span className={styles.count}>{people.length}</span>
      </h2>
      {present > 0 && <p className={styles.present}>{t('rooms.here_count', { count: present })}</p>}
      <ul id={`${id}-list`}>
        {(all ? people : people.slice(0, shownAtFirst)).map((person) => (
          <Person key={person.id} person={person} here={here.has(person.id)} networkSlug={network.slug} />
        ))}
      </ul>
      {people.length > shownAtFirst && (
        <Button look="quiet" aria-expanded={all} aria-controls={`${id}-list`} onClick={() => setAll(!all)}>
          {all ? t('channels.people_fewer') : t('channels.people_all', { count: people.length })}
        </Button>
      )}
      {may.manage && (
        <Link
          to="/n/$networkSlug/c/$channelId/people"
          params={{ networkSlug: network.slug, channelId: channel.id }}
          className={buttonClass('quiet')}
        >
          <UserPlus aria-hidden size={18} />
          {t('rooms.people_change')}
        </Link>
      )}
    </section>
  );
}

interface PersonProps {
  person: ChannelMember;
  here: boolean;
  networkSlug: string;
}

function Person({ person, here, networkSlug }: PersonProps) {
  const t = useT();
  const reader = useProfile();
  return (
    <li className={styles.person}>
      <Avatar initials={person.initials} />
      <span className={styles.name}>
        {person.name}
        {person.id === reader.id && <span className={styles.you}> ({t('channels.you')})</span>}
        {here && <span className={styles.here}>{t('nav.here_now')}</span>}
      </span>
      <span className={styles.title}>
        {person.title}
        {person.timeZone !== reader.timeZone && <LocalTime zone={person.timeZone} className={styles.clock} />}
      </span>
      <span className={styles.write}>
        <WriteTo person={person} networkSlug={networkSlug} />
      </span>
    </li>
  );
}

/** Each group in the order given. */
function hereFirst(members: readonly ChannelMember[], here: ReadonlySet<string>): ChannelMember[] {
  return [...members].sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)));
}
