/** How many people the groups in a text reach, before it is sent. */
import { useQueries } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import type { Mentionable } from '../../messages';
import styles from './group-reach.module.css';

export function GroupReach({ channelId, groups }: { channelId: string; groups: readonly Mentionable[] }) {
  const t = useT();
  const hub = useHub();
  const reached = useQueries({
    queries: groups.map(({ id: group }) => ({
      queryKey: ['reach', channelId, group],
      queryFn: () => hub.call('mention.reach', { channelId, group }),
    })),
  });
  const texts = groups.map(({ name }, index) => {
    const people = reached[index]?.data?.people;
    return people === undefined ? t('tools.reach_asked', { group: name }) : t('tools.reach', { group: name, people });
  });
  const spoken = reached.every(({ data }) => data) ? texts.join(' ') : '';
  useEffect(() => {
    if (spoken) announce(spoken);
  }, [spoken]);
  return texts.map((text) => (
    <p key={text} className={styles.reach}>
      <Users aria-hidden size={16} />
      {text}
    </p>
  ));
}
