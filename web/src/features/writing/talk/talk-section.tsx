/** Its topic, or the first message of one, kept among the drafts until it is sent. */
import type { maxTitleLength } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useState, type FormEvent, type ReactNode } from 'react';
import { v7 as uuid } from 'uuid';
import forms from '../../../forms/forms.module.css';
import { Lines } from '../../../forms/inputs';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link, navigate } from '../../../router';
import { Button, buttonClass, Failed } from '../../../ui';
import { useProfile } from '../../session';
import { useDraft } from '../use-draft';
import styles from './talk-section.module.css';

const longestTitle: typeof maxTitleLength = 120;

/** Somebody else opened a topic first, or not everybody may read this one: what was sent is there all the same. */
const elsewhere: readonly Failure['code'][] = ['FORBIDDEN', 'CONFLICT', 'INVALID'];

interface Props {
  /** What it is about, as its draft is kept. */
  about: string;
  texts: { heading: string; first: string; hint: string; goTo: string };
  topicId: string | undefined;
  /** Where a topic is opened; undefined where the reader cannot open one. */
  channelId: string | undefined;
  /** What the topic is called, and what stands above the first message, so that it names what it is about. */
  title: string;
  mark: string;
  /** Remembers the topic that was opened. */
  onOpened(topicId: string): Promise<unknown>;
  /** What is chosen beside the first message, or said where there can be none. */
  children?: ReactNode;
}

export function TalkSection({ about, texts, topicId, channelId, children, ...rest }: Props) {
  const t = useT();
  const hub = useHub();
  const { draft, kept, change, clear } = useDraft(useProfile().id, `talk:${about}`);
  // A retry sends the same message.
  const [clientId] = useState(() => uuid());
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { text } = draft;
  // Whoever has begun to write keeps their text when somebody else opens a topic meanwhile.
  const writes = topicId === undefined ? channelId !== undefined : text !== '';

  /** Answers the topic that it is in. */
  const say = async (): Promise<string> => {
    const place =
      topicId === undefined
        ? { channelId: channelId ?? '', topicTitle: rest.title.slice(0, longestTitle) }
        : { channelId: (await hub.call('topic.read', { topicId })).channel.id, topicId };
    const body = `${rest.mark}\n\n${text.trim()}`;
    const said = await hub.call('message.send', { ...place, clientId, body });
    if (topicId === undefined) await rest.onOpened(said.topicId).catch(unlessElsewhere);
    return said.topicId;
  };
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
    try {
      const opened = await say();
      clear(Promise.resolve());
      navigate({ to: '/t/$topicId', params: { topicId: opened } });
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="talk" className={styles.section}>
      <h2 id="talk">{texts.heading}</h2>
      {topicId !== undefined && (
        <Link to="/t/$topicId" params={{ topicId }} className={buttonClass()}>
          {texts.goTo}
        </Link>
      )}
      {writes && (
        <form noValidate className={forms.form} onSubmit={(event) => void send(event)}>
          <Lines
            id="talk-text"
            label={texts.first}
            hint={topicId === undefined ? texts.hint : undefined}
            problem={missing ? t('channels.required_text') : kept ? undefined : t('channels.draft_not_kept')}
            value={text}
            onChange={(value) => {
              change({ text: value });
              setMissing(false);
            }}
          />
          {topicId === undefined && children}
          {failure !== undefined && <Failed error={failure} />}
          <div>
            <Button type="submit" busy={busy}>
              {t('channels.send')}
            </Button>
          </div>
        </form>
      )}
      {topicId === undefined && channelId === undefined && children}
    </section>
  );
}

function unlessElsewhere(error: unknown): void {
  if (!(error instanceof Failure) || !elsewhere.includes(error.code)) throw error;
}
