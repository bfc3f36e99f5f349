/** The groups of a channel that somebody entitled may call: everybody in it, a role, a partnership. */
import type { Hub } from '@hub/client';
import type { ChannelPage } from '@hub/contracts';
import { roles as every } from '@hub/contracts/roles';
import type { Translate } from '../../i18n';
import type { Mentionable } from '../messages';

/** Roles that people hold in a network; those of no reader are left to the hub, which says how many a mention reaches. */
const roles = every.filter((role) => role !== 'administrator' && role !== 'guest');

export async function groupsOf(
  hub: Pick<Hub, 'call'>,
  { network, partnership }: Pick<ChannelPage, 'network' | 'partnership'>,
  t: Translate,
): Promise<readonly Mentionable[]> {
  // A channel of one partnership has the people of no other.
  const partnerships = partnership
    ? [partnership]
    : (await hub.call('network.read', { networkSlug: network.slug })).partnershipCards;
  return [
    { id: 'channel', name: t('channels.mention_channel') },
    ...roles.map((role) => ({ id: `role:${role}`, name: t(`role.${role}`) })),
    ...partnerships.map(({ id, name }) => ({ id: `partnership:${id}`, name })),
  ];
}
