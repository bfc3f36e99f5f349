/** Home and the reader's networks; a network that is opened shows its people and the reader's channels in it. */
import type { NetworkCard, Profile } from '@hub/contracts';
import { useQuery } from '@tanstack/react-query';
import { ChevronRight, Clock, House, MailOpen, UsersRound } from 'lucide-react';
import { useId, useState } from 'react';
import { useNetworkCache } from '../features/networks/network-cache';
import { UnreadBadge } from '../features/reading/ui/unread-badge';
import { useUnreadCounts } from '../features/reading/use-unread';
import { useProfile } from '../features/session';
import { useT } from '../i18n';
import { Link, useLocation } from '../router';
import { usePlace } from '../ui';
import { NavigationChannels } from './navigation-channels';
import styles from './navigation.module.css';
import { ShellFooter } from './shell-footer';

/** Whoever is a guest sees no questions, and a guest expert those alone that are given to them. */
const holdsOther = ({ memberships }: Profile, but: RegExp) => memberships.some(({ role }) => !but.test(role));
/** A guest expert has no conversations and no timeline. */
const isFromOutside = (profile: Profile) => profile.memberships.length > 0 && !holdsOther(profile, /^guest_/);
const looksAfterPeople = ({ memberships }: Profile) => memberships.some(({ role }) => /^admin|coordinator$/.test(role));

export function Navigation({ label }: { label: string }) {
  const t = useT();
  const profile = useProfile();
  const { data: networks = [] } = useQuery(useNetworkCache().list());
  const { networkSlug } = useLocation().params;
  const place = usePlace();
  const here = networkSlug ?? place?.networkSlug;
  const unread = useUnreadCounts();
  return (
    <nav aria-label={label} className={styles.frame}>
      <div className={styles.navigation}>
        <Link to="/" className={styles.home}>
          <House aria-hidden size={19} />
          {t('nav.home')}
        </Link>
        {!isFromOutside(profile) && (
          <>
            <Link to="/unread" className={styles.home}>
              <MailOpen aria-hidden size={19} />
              {t('nav.unread')}
              <UnreadBadge count={unread?.total ?? 0} />
            </Link>
            <Link to="/timeline" className={styles.home}>
              <Clock aria-hidden size={19} />
              {t('nav.timeline')}
            </Link>
          </>
        )}
        {holdsOther(profile, /^guest$/) && (
          <Link to="/questions" className={styles.home}>
            <b aria-hidden>?</b>
            {t('nav.questions')}
          </Link>
        )}
        {holdsOther(profile, /^guest/) && (
          <Link to="/knowledge" className={styles.home}>
            <b aria-hidden>i</b>
            {t('nav.knowledge')}
          </Link>
        )}
        {looksAfterPeople(profile) && (
          <Link to="/admin" className={styles.home}>
            <UsersRound aria-hidden size={19} />
            {t('nav.administration')}
          </Link>
        )}
        {networks.length > 0 && <h2 className={styles.heading}>{t('nav.networks')}</h2>}
        <ul>
          {networks.map((network) => (
            <NetworkEntry
              key={network.id}
              network={network}
              here={here === network.slug}
              only={networks.length === 1}
              unread={unread?.networks.get(network.slug) ?? 0}
            />
          ))}
        </ul>
      </div>
      <ShellFooter />
    </nav>
  );
}

interface EntryProps {
  network: NetworkCard;
  /** The open page belongs to it. */
  here: boolean;
  only: boolean;
  unread: number;
}

function NetworkEntry({ network, here, only, unread }: EntryProps) {
  const t = useT();
  const id = useId();
  // Until the reader decides, a network is open while one is in it.
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? (here || only);
  return (
    <li className={styles.network} data-here={here || undefined}>
      <div className={styles.networkRow}>
        <Link
          to="/n/$networkSlug"
          params={{ networkSlug: network.slug }}

          className={styles.networkLink}
        >
          <span lang="en">{network.name}</span>
          {!open && <UnreadBadge count={unread} />}
        </Link>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setChosen(!open)}
        >
          <ChevronRight aria-hidden size={18} />
          <span className="visually-hidden">{t('nav.channels_open', { network: network.name })}</span>
        </button>
      </div>
      {open && (
        <div id={id}>
          <NavigationChannels networkSlug={network.slug} />
        </div>
      )}
    </li>
  );
}
