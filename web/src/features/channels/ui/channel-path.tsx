/** The way up from a page about a channel. */
import type { ChannelPage } from '@hub/contracts';
import { Link } from '../../../router';
import { Path } from '../../../ui';

export function ChannelPath({ channel: { id: channelId, name, network } }: { channel: ChannelPage }) {
  const params = { networkSlug: network.slug, channelId };
  return (
    <Path>
      <Link to="/n/$networkSlug" params={params} lang="en">
        {network.name}
      </Link>
      <Link to="/n/$networkSlug/c/$channelId" params={params} lang="en">
        {name}
      </Link>
    </Path>
  );
}
