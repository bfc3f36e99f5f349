/** Where a milestone is talked about: its topic, or the first message of one, which names it. */
import type { MilestonePage, maxTitleLength } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import { useRefresh } from '../use-milestone';
import styles from './milestone-route.module.css';

const longestTitle: typeof maxTitleLength = 120;

interface Props {
  page: MilestonePage;
  name: string;
}

export function TalkSection({ page, name }: Props) {
  const t = useT();
  const { topic, channelId } = page;
  if (!topic && channelId === null) return null;
  return (
    <section aria-labelledby="talk" className={styles.section}>
      <h2 id="talk">{t('milestone.talk')}</h2>
      {topic ? (
        <Link to="/t/$topicId" params={{ topicId: topic.id }} className={buttonClass()}>
          {t('milestone.talk_in', { topic: topic.title })}
        </Link>
      ) : (
        channelId !== null && <FirstMessage page={page} name={name} channelId={channelId} />
      )}
    </section>
  );
}

function FirstMessage({ page, name, channelId }: Props & { channelId: string }) {
  const t = useT();
  const hub = useHub();
  const refresh = useRefresh(page.milestone.id);
  // A retry sends the same message.
  const [clientId] = useState(() => uuid());
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

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
    const milestoneId = page.milestone.id;
    const body = `<#milestone:${milestoneId}>\n\n${text.trim()}`;
    try {
      const { topicId } = await hub.call('message.send', {
        channelId,
        clientId,
        topicTitle: titleOf(name, page),
        body,
      });
      await hub.call('milestone.discuss', { milestoneId, topicId });
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
        label={t('milestone.talk_first')}
        hint={t('milestone.talk_hint')}
        problem={missing ? t('milestone.talk_missing') : undefined}
        value={text}
        onChange={(value) => {
          setText(value);
          setMissing(false);
        }}
      />
      {failure !== undefined && <Failed error={failure} />}
      <div>
        <Button type="submit" busy={busy}>
          {t('milestone.talk_send')}
        </Button>
      </div>
    </form>
  );
}

/** In the words of the plan, with whose it is, since a channel may speak of several. */
function titleOf(name: string, { partnership }: MilestonePage): string {
  return (partnership ? `${name} – ${partnership.name}` : name).slice(0, longestTitle);
}
