/**
 * Whom a writer may call with an @: the others in the channel, and its groups for those entitled; and what of the timeline
 * a # may name. What is not at hand is asked for when its sign is typed.
 */
import type { ChannelPage } from '@hub/contracts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useT } from '../../i18n';
import { useHub } from '../../live';
import type { Mentionable } from '../messages';

const none: readonly Mentionable[] = [];

export function useCallable(channel: Omit<ChannelPage, 'topics'>, readerId: string, text: string) {
  const t = useT();
  const hub = useHub();
  const { network, partnership } = channel;
  const askGroups = useCallback(
    async () => (await import('./groups')).groupsOf(hub, { network, partnership }, t),
    [hub, network, partnership, t],
  );
  const askMarks = useCallback(
    async () => (await import('./offered-marks')).offeredMarks(hub, { network, partnership }, t),
    [hub, network, partnership, t],
  );
  const groups = useLater(channel.may.mentionGroups && text.includes('@'), askGroups) ?? none;
  const marks = useLater(text.includes('#'), askMarks);

  return useMemo(() => {
    const people = channel.members.filter(({ id }) => id !== readerId);
    const called = groups.map((group) => ({ ...group, title: t('channels.group') }));
    return { groups, marks, callable: [...people, ...called], known: [...channel.members, ...groups] };
  }, [channel.members, readerId, groups, marks, t]);
}

/** Without it one can still write; the next sign asks again. */
function useLater<T>(wanted: boolean, ask: () => Promise<T>): T | undefined {
  const [found, setFound] = useState<T>();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    ask().then(
      (now) => left || setFound(() => now),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [wanted, ask]);
  return found;
}
