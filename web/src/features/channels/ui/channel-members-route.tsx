/** Who is in a channel, by hand: the network's people, found by name, each added or taken out with one press. */
import type { ChannelPage, DirectoryPerson } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { announce } from '../../../a11y';
import { useCollator, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { useParams } from '../../../router';
import {
  Avatar,
  Button,
  EmptyState,
  Failed,
  Field,
  inputClass,
  Loading,
  PageHeader,
  useHere,
  failureText,
} from '../../../ui';
import { useConversationCache } from '../../messages';
import { rolesText, useNetworkCache } from '../../networks';
import { filterPeople } from '../../people';
import { useProfile } from '../../session';
import { ChannelPath } from './channel-path';
import styles from './manage.module.css';

export function ChannelMembersRoute() {
  const { channelId, networkSlug } = useParams('/n/$networkSlug/c/$channelId/people');
  const t = useT();
  const page = useQuery(useConversationCache().channel(channelId));
  const directory = useQuery(useNetworkCache().directory(networkSlug));
  useHere(page.data?.network.slug, page.data?.id);
  if (!page.data || !directory.data) {
    const error = page.error ?? directory.error;
    if (error)
      return <Failed page error={error} onRetry={() => void Promise.all([page.refetch(), directory.refetch()])} />;
    return <Loading text={t('people.loading')} />;
  }
  return <Members key={channelId} channel={page.data} people={directory.data.people} />;
}

function Members({ channel, people }: { channel: ChannelPage; people: readonly DirectoryPerson[] }) {
  const t = useT();
  const collator = useCollator();
  const [words, setWords] = useState('');
  const deferred = useDeferredValue(words);
  const sorted = useMemo(() => [...people].sort((a, b) => collator.compare(a.name, b.name)), [people, collator]);
  const found = useMemo(() => filterPeople(sorted, { words: deferred }), [sorted, deferred]);
  const inside = useMemo(() => new Set(channel.members.map(({ id }) => id)), [channel.members]);
  // Nobody changes place on the page at the press of a button.
  const [before] = useState(inside);
  const groups = [
    { heading: t('rooms.members_out'), people: found.filter(({ id }) => !before.has(id)) },
    { heading: t('rooms.members_in'), people: found.filter(({ id }) => before.has(id)) },
  ].filter(({ people: some }) => some.length > 0);
  return (
    <div className={styles.page}>
      <PageHeader
        path={<ChannelPath channel={channel} />}
        title={t('rooms.members_title', { channel: channel.name })}
        lead={t('rooms.members_lead')}
      >
        {t('rooms.members_heading')}
      </PageHeader>
      {!channel.may.manage ? (
        <EmptyState title={t('rooms.manage_none')}>{t('rooms.manage_none_hint')}</EmptyState>
      ) : (
        <>
          <search>
            <Field label={t('people.search')}>
              {(control) => (
                <input
                  {...control}
                  type="search"
                  className={inputClass}
                  autoComplete="off"
                  value={words}
                  onChange={(event) => setWords(event.target.value)}
                />
              )}
            </Field>
          </search>
          <p role="status" className={styles.count}>
            {t('rooms.members_count', { count: found.length, inside: inside.size })}
          </p>
          {found.length === 0 ? (
            <EmptyState title={t('people.none')}>{t('rooms.members_none_hint')}</EmptyState>
          ) : (
            groups.map(({ heading, people: some }) => (
              <section key={heading} className={styles.group}>
                <h2>{heading}</h2>
                <ul className={styles.list}>
                  {some.map((person) => (
                    <Person
                      key={person.id}
                      person={person}
                      channelId={channel.id}
                      inside={inside.has(person.id)}
                      moved={inside.has(person.id) !== before.has(person.id)}
                    />
                  ))}
                </ul>
              </section>
            ))
          )}
        </>
      )}
    </div>
  );
}

interface PersonProps {
  person: DirectoryPerson;
  channelId: string;
  inside: boolean;
  /** They came or went while the page was open. */
  moved: boolean;
}

/** Adding and taking out undo each other; the button stays where it is. */
function Person({ person, channelId, inside, moved }: PersonProps) {
  const t = useT();
  const hub = useHub();
  const reader = useProfile();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: personId, name } = person;
  const toggle = async () => {
    setBusy(true);
    setRefused(undefined);
    try {
      if (inside) await hub.call('member.remove', { channelId, personId });
      else await hub.call('member.add', { channelId, personIds: [personId] });
      announce(t(inside ? 'rooms.removed' : 'rooms.added', { name }));
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <li className={styles.person}>
      <Avatar initials={person.initials} />
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.more}>
          {rolesText(t, person)}
          {person.localGovernment && `, ${person.localGovernment.name}`}
        </p>
        {moved && <p className={styles.moved}>{t(inside ? 'rooms.inside' : 'rooms.outside')}</p>}
      </div>
      {personId !== reader.id && (
        <Button
          look={inside ? 'quiet' : 'plain'}
          busy={busy}
          aria-label={t(inside ? 'rooms.remove_name' : 'rooms.add_name', { name })}
          onClick={() => void toggle()}
        >
          {t(inside ? 'rooms.remove' : 'rooms.add')}
        </Button>
      )}
      <div role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </div>
    </li>
  );
}
