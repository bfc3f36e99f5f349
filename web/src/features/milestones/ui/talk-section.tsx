/** Where a milestone is talked about: its topic, or the first message of one, which names it. */
import type { MilestonePage, maxTitleLength } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
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
  // Whoever writes keeps their text when somebody else opens a topic meanwhile.
  const [writing, setWriting] = useState(false);
  const { topic, channelId } = page;
  if (!topic && channelId === null) return null;
  return (
    <section aria-labelledby="talk" className={styles.section}>
      <h2 id="talk">{t('milestone.talk')}</h2>
      {topic && (
        <Link to="/t/$topicId" params={{ topicId: topic.id }} className={buttonClass()}>
          {t('milestone.talk_in', { topic: topic.title })}
        </Link>
      )}
      {(writing || (!topic && channelId !== null)) && <FirstMessage page={page} name={name} onWriting={setWriting} />}
    </section>
  );
}

function FirstMessage({ page, name, onWriting }: Props & { onWriting(writing: boolean): void }) {
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
    const { topic } = page;
    const body = `<#milestone:${milestoneId}>\n\n${text.trim()}`;
    try {
      const { topicId } = await hub.call('message.send', {
        channelId: topic?.channelId ?? page.channelId ?? '',
        clientId,
        ...(topic ? { topicId: topic.id } : { topicTitle: titleOf(name, page) }),
        body,
      });
      if (!topic) await hub.call('milestone.discuss', { milestoneId, topicId }).catch(unlessElsewhere);
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
        hint={page.topic ? undefined : t('milestone.talk_hint')}
        problem={missing ? t('milestone.talk_missing') : undefined}
        value={text}
        onChange={(value) => {
          setText(value);
          setMissing(false);
          onWriting(value !== '');
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

/** Somebody else opened a topic first: what was sent is there all the same. */
function unlessElsewhere(error: unknown): void {
  if (!(error instanceof Failure) || error.code !== 'FORBIDDEN') throw error;
}

/** In the words of the plan, with whose it is, since a channel may speak of several. */
function titleOf(name: string, { partnership }: MilestonePage): string {
  return (partnership ? `${name} – ${partnership.name}` : name).slice(0, longestTitle);
}
