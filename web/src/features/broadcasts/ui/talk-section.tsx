/** Where a broadcast is talked about: its topic, or the first message of one in the channel that the reader chooses. */
import type { BroadcastPage, maxTitleLength } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { Choice, Lines } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import { useNetworkCache } from '../../networks';
import { useOwnNetwork, useRefresh } from '../use-broadcasts';
import styles from './broadcasts.module.css';

const longestTitle: typeof maxTitleLength = 120;

export function TalkSection({ page }: { page: BroadcastPage }) {
  const t = useT();
  const network = useOwnNetwork(page.networks);
  if (page.topicId === null && !network) return null;
  return (
    <section aria-labelledby="talk" className={styles.section}>
      <h2 id="talk">{t('broadcasts.talk')}</h2>
      {page.topicId === null ? (
        <FirstMessage page={page} networkSlug={network?.slug ?? ''} />
      ) : (
        <Link to="/t/$topicId" params={{ topicId: page.topicId }} className={buttonClass()}>
          {t('broadcasts.talk_in')}
        </Link>
      )}
    </section>
  );
}

function FirstMessage({ page, networkSlug }: { page: BroadcastPage; networkSlug: string }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh();
  const { data: network } = useQuery(useNetworkCache().network(networkSlug));
  // Announcements are no place for talk, and a closed group leaves others out.
  const channels = (network?.channels ?? []).filter(
    ({ kind, archived, sensitive }) => kind === 'thematic' && !archived && !sensitive,
  );
  // A retry sends the same message.
  const [clientId] = useState(() => uuid());
  const [chosen, setChosen] = useState<string>();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const channelId = chosen ?? (channels.find(({ slug }) => slug === 'general') ?? channels[0])?.id;
  if (channelId === undefined) return <p className={styles.hint}>{t('broadcasts.talk_nowhere')}</p>;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === '') {
      setMissing(true);
      document.getElementById('talk-text')?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    const { id: broadcastId, title } = page;
    try {
      const { topicId } = await hub.call('message.send', {
        channelId,
        clientId,
        topicTitle: title.slice(0, longestTitle),
        body: `${location.origin}/b/${broadcastId}\n\n${text.trim()}`,
      });
      await hub.call('broadcast.discuss', { broadcastId, topicId }).catch(unlessElsewhere);
      void refresh();
      navigate({ to: '/t/$topicId', params: { topicId } });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form noValidate className={forms.form} onSubmit={(event) => void send(event)}>
      <Lines
        id="talk-text"
        label={t('broadcasts.talk_first')}
        hint={t('broadcasts.talk_hint')}
        problem={missing ? t('broadcasts.talk_missing') : undefined}
        value={text}
        onChange={(value) => {
          setText(value);
          setMissing(false);
        }}
      />
      {channels.length > 1 && (
        <Choice
          id="talk-channel"
          label={t('broadcasts.talk_channel')}
          problem={undefined}
          value={channelId}
          onChange={setChosen}
        >
          {channels.map(({ id, name }) => (
            <option key={id} value={id} lang="en">
              {name}
            </option>
          ))}
        </Choice>
      )}
      {failure !== undefined && <Failed error={failure} />}
      <div>
        <Button type="submit" busy={busy}>
          {t('broadcasts.talk_send')}
        </Button>
      </div>
    </form>
  );
}

/** Somebody else opened a topic first, or not everybody may read this one: what was sent is there all the same. */
function unlessElsewhere(error: unknown): void {
  if (!(error instanceof Failure) || !['FORBIDDEN', 'CONFLICT', 'INVALID'].includes(error.code)) throw error;
}
