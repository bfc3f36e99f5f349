/** Whom a writer may call with an @: the others in the channel, and its groups for those entitled, asked when one is typed. */
import type { ChannelPage } from '@hub/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import type { Mentionable } from '../messages';

const none: readonly Mentionable[] = [];

export function useCallable(channel: Omit<ChannelPage, 'topics'>, readerId: string, text: string) {
  const t = useT();
  const hub = useHub();
  const [groups, setGroups] = useState(none);
  const wanted = channel.may.mentionGroups && text.includes('@');
  const { network, partnership } = channel;
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const ask = async () => {
      const { groupsOf } = await import('./groups');
      const found = await groupsOf(hub, { network, partnership }, t);
      if (!left) setGroups(found);
    };
    // Without them the people can still be called; the next @ asks again.
    ask().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [wanted, hub, network, partnership, t]);

  return useMemo(() => {
    const people = channel.members.filter(({ id }) => id !== readerId);
    const called = groups.map((group) => ({ ...group, title: t('channels.group') }));
    return { groups, callable: [...people, ...called], known: [...channel.members, ...groups] };
  }, [channel.members, readerId, groups, t]);
}
