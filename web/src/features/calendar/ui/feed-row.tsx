/** A feed in the list: what it tells, when a calendar last asked for it, and the way to end it, which asks once. */
import type { CalendarFeed } from '@hub/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../../a11y';
import { useFormats, useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, failureText, Moment } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import sections from '../../../ui/sections.module.css';
import { feedName } from '../feed-name';
import { ownFeeds } from '../queries';
import styles from './calendar.module.css';

interface Props {
  feed: CalendarFeed;
  onRevoked(): void;
}

export function FeedRow({ feed, onRevoked }: Props) {
  const t = useT();
  const { date } = useFormats();
  const [asking, setAsking] = useState(false);
  const name = feedName(t, feed);
  return (
    <li className={sections.row}>
      <Clock aria-hidden size={22} />
      <div>
        <p className={styles.name}>{name}</p>
        <p className={sections.more}>
          {t(`calendar.scope_short.${feed.scope}`)}
          {' · '}
          {t('calendar.made')} <Moment at={feed.createdAt} />
          {' · '}
          {feed.lastUsedOn === null ? t('calendar.unused') : t('calendar.used', { date: date(feed.lastUsedOn) })}
        </p>
      </div>
      <Button aria-label={t('calendar.revoke_one', { name })} onClick={() => setAsking(true)}>
        {t('calendar.revoke')}
      </Button>
      {asking && <Revoking feed={feed} name={name} onClose={() => setAsking(false)} onRevoked={onRevoked} />}
    </li>
  );
}

interface RevokingProps extends Props {
  name: string;
  onClose(): void;
}

function Revoking({ feed: { id: feedId }, name, onClose, onRevoked }: RevokingProps) {
  const t = useT();
  const hub = useHub();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const revoke = async () => {
    setBusy(true);
    try {
      await hub.call('feed.revoke', { feedId });
      onClose();
      onRevoked();
      client.setQueryData(ownFeeds(hub).queryKey, (before) => before?.filter(({ id }) => id !== feedId));
      announce(t('calendar.revoked', { name }));
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('calendar.revoke_ask', { name })} onClose={onClose}>
      <p>{t('calendar.revoke_text')}</p>
      <p role="alert" className={styles.problem}>
        {refused !== undefined && failureText(t, refused)}
      </p>
      <DialogButtons>
        <Button onClick={onClose}>{t('calendar.keep')}</Button>
        <Button look="primary" busy={busy} onClick={() => void revoke()}>
          {t('calendar.revoke')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
