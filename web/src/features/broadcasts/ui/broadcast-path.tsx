/** The way up from a broadcast: its networks, and what was sent there. */
import { useT } from '../../../i18n';
import { Link } from '../../../router';
import { Path } from '../../../ui';

interface Props {
  network: { slug: string; name: string } | undefined;
  /** On a page below the list of them. */
  below?: boolean;
  /** On a page below this broadcast. */
  of?: { id: string; title: string; language: string };
}

export function BroadcastPath({ network, below = true, of }: Props) {
  const t = useT();
  return (
    <Path>
      {network && (
        <Link to="/n/$networkSlug" params={{ networkSlug: network.slug }} lang="en">
          {network.name}
        </Link>
      )}
      {network && below && (
        <Link to="/n/$networkSlug/broadcasts" params={{ networkSlug: network.slug }}>
          {t('broadcasts.title')}
        </Link>
      )}
      {of && (
        <Link to="/b/$broadcastId" params={{ broadcastId: of.id }} lang={of.language}>
          {of.title}
        </Link>
      )}
    </Path>
  );
}
