/** The channels of a network: those the reader is in, and those they may join. */
import type { ChannelListing, NetworkPage } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { Hash, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, useLocation } from '../../../router';
import { Button, buttonClass, EmptyState, failureText, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { latestDirect } from '../latest-direct';
import { mayOpen, mayOpenAny } from '../may-open';
import { useNetworkCache } from '../network-cache';
import { ChannelList } from './channel-list';
import lists from './channel-list.module.css';
import styles from './network-route.module.css';

export function NetworkChannels({ network }: { network: NetworkPage }) {
  const t = useT();
  const heading = useAskedFor();
  const { memberships } = useProfile();
  const { slug } = network;
  const channels = network.channels.filter(({ kind }) => kind !== 'direct');
  const direct = latestDirect(network.channels, undefined, undefined);
  return (
    <>
      <section className={styles.section} aria-labelledby="channels">
        <div className={styles.head}>
          <h2 id="channels" ref={heading} tabIndex={-1}>
            {t('networks.channels')}
          </h2>
          {mayOpenAny(mayOpen(network, memberships)) && (
            <Link to="/n/$networkSlug/channels/new" params={{ networkSlug: slug }} className={buttonClass('plain')}>
              <Plus aria-hidden size={18} />
              {t('networks.channel_new')}
            </Link>
          )}
        </div>
        {channels.length === 0 ? (
          <EmptyState title={t('networks.channels_none')}>{t('networks.channels_none_hint')}</EmptyState>
        ) : (
          <ChannelList channels={channels} networkSlug={slug} />
        )}
      </section>
      <Joinable networkSlug={slug} />
      {direct.length > 0 && (
        <section className={styles.section} aria-labelledby="direct">
          <h2 id="direct">{t('nav.direct')}</h2>
          <ChannelList channels={direct} networkSlug={slug} />
        </section>
      )}
    </>
  );
}

/** Nothing is said where there is nothing to join. */
function Joinable({ networkSlug }: { networkSlug: string }) {
  const { data, error, refetch } = useQuery(useNetworkCache().listings(networkSlug));
  if (data) return <Listings key={networkSlug} listings={data} networkSlug={networkSlug} />;
  return error && <Failed error={error} onRetry={() => void refetch()} />;
}

/** What was joined from here stays here, so that focus and the next step have a place. */
function Listings({ listings, networkSlug }: { listings: readonly ChannelListing[]; networkSlug: string }) {
  const t = useT();
  const [before] = useState(() => new Set(listings.flatMap(({ id, joined }) => (joined ? [] : [id]))));
  const shown = listings.filter(({ id, joined, archived }) => !archived && (!joined || before.has(id)));
  if (shown.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="joinable">
      <h2 id="joinable">{t('networks.joinable')}</h2>
      <ul className={lists.list}>
        {shown.map((listing) => (
          <Listing key={listing.id} listing={listing} networkSlug={networkSlug} />
        ))}
      </ul>
    </section>
  );
}

function Listing({ listing, networkSlug }: { listing: ChannelListing; networkSlug: string }) {
  const t = useT();
  const hub = useHub();
  const entry = useRef<HTMLAnchorElement>(null);
  const pressed = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const { id: channelId, name, joined } = listing;
  useEffect(() => {
    if (joined && pressed.current) entry.current?.focus();
    pressed.current = false;
  }, [joined]);
  const join = async () => {
    setBusy(true);
    setRefused(undefined);
    pressed.current = true;
    try {
      await hub.call('channel.join', { channelId });
      announce(t('networks.joined', { channel: name }));
    } catch (error) {
      pressed.current = false;
      setRefused(error);
    }
    setBusy(false);
  };
  return (
    <li className={lists.channel}>
      <Hash aria-hidden size={18} />
      <div className={lists.about}>
        <p className={lists.unlinked} lang="en">
          {name}
        </p>
        <p className={lists.purpose} lang="en">
          {listing.purpose}
        </p>
        <p className={lists.note}>{t('networks.channel_members', { count: listing.members })}</p>
        <div role="alert">{refused !== undefined && <p className={lists.problem}>{failureText(t, refused)}</p>}</div>
      </div>
      {joined ? (
        <Link
          ref={entry}
          to="/n/$networkSlug/c/$channelId"
          params={{ networkSlug, channelId }}
          className={buttonClass('quiet')}
          aria-label={t('networks.open_name', { channel: name })}
        >
          {t('networks.open')}
        </Link>
      ) : (
        <Button busy={busy} aria-label={t('networks.join_name', { channel: name })} onClick={() => void join()}>
          {t('networks.join')}
        </Button>
      )}
    </li>
  );
}

/** The heading that an address asks for: the page around it came later than the browser could look for it. */
function useAskedFor() {
  const heading = useRef<HTMLHeadingElement>(null);
  const place = useLocation();
  useEffect(() => {
    if (place.search.find !== 'channels') return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [place]);
  return heading;
}
