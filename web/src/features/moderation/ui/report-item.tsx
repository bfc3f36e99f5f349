/** A reported message as it stands, who reported it and why, and the two ways to settle it. */
import { useQueryClient } from '@tanstack/react-query';
import { Check, Trash2 } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { announce } from '../../../a11y';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Link } from '../../../router';
import { Avatar, Button, Failed, Field, Moment } from '../../../ui';
import { MessageBody } from '../../messages';
import { useProfile } from '../../session';
import type { ReportedMessage } from '../by-message';
import styles from './reports.module.css';

const longestReason = 500;

type Outcome = 'kept' | 'removed';

interface Props {
  reported: ReportedMessage;
  networkSlug: string;
  /** The reader is in its channel; a report shows them the message alone. */
  readable: boolean;
}

export function ReportItem({ reported, networkSlug, readable }: Props) {
  const t = useT();
  const id = useId();
  const hub = useHub();
  const client = useQueryClient();
  const reader = useProfile();
  const [settled, setSettled] = useState<Outcome>();
  const [removing, setRemoving] = useState(false);
  const [refused, setRefused] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { message, channelName, topicTitle, reports } = reported;

  const settle = async (outcome: Outcome, why?: string) => {
    setBusy(true);
    setRefused(undefined);
    try {
      await hub.call('report.settle', {
        reportId: reports[0]?.id ?? '',
        outcome,
        ...(why !== undefined && { reason: why }),
      });
      flushSync(() => setSettled(outcome));
      end.current?.focus();
      announce(t(`reports.${outcome}`));
      void client.invalidateQueries({ queryKey: ['reports', networkSlug] });
    } catch (error) {
      setRefused(error);
    }
    setBusy(false);
  };

  return (
    <li>
      <article className={styles.report} aria-labelledby={`${id}-what`}>
        <h2 id={`${id}-what`} className={styles.what}>
          {t('reports.item', { author: message.author.name })}
        </h2>
        <p className={styles.where}>
          {channelName}
          {' / '}
          {readable ? (
            <Link to="/t/$topicId" params={{ topicId: message.topicId }} search={{ m: message.id }}>
              {topicTitle}
            </Link>
          ) : (
            topicTitle
          )}
        </p>
        <blockquote className={styles.message}>
          <p className={styles.author}>
            <Avatar initials={message.author.initials} size="s" />
            {message.author.name}, <Moment at={message.sentAt} />
          </p>
          {message.removed ? (
            <p>{t('reports.gone')}</p>
          ) : (
            <MessageBody body={message.body} mentions={message.mentions} language={message.language} reader={reader} />
          )}
        </blockquote>
        <ul className={styles.why} aria-label={t('reports.why')}>
          {reports.map(({ id: reportId, reporter, reason, createdAt }) => (
            <li key={reportId}>
              <p className={styles.author}>
                {t('reports.by', { reporter: reporter.name })}, <Moment at={createdAt} />
              </p>
              <p dir="auto">{reason}</p>
            </li>
          ))}
        </ul>
        {refused !== undefined && <Failed error={refused} />}
        {settled ? (
          <p ref={end} tabIndex={-1} className={styles.settled}>
            <Check aria-hidden size={18} />
            {t(`reports.${settled}`)}
          </p>
        ) : removing ? (
          <RemoveForm
            busy={busy}
            onRemove={(why) => void settle('removed', why)}
            onCancel={() => {
              flushSync(() => setRemoving(false));
              opener.current?.focus();
            }}
          />
        ) : (
          <div className={styles.actions}>
            <Button busy={busy} onClick={() => void settle('kept')}>
              {t('reports.keep')}
            </Button>
            {!message.removed && (
              <button ref={opener} type="button" className={styles.remove} onClick={() => setRemoving(true)}>
                <Trash2 aria-hidden size={18} />
                {t('reports.remove')}
              </button>
            )}
          </div>
        )}
      </article>
    </li>
  );
}

interface RemoveProps {
  busy: boolean;
  onRemove(reason: string): void;
  onCancel(): void;
}

function RemoveForm({ busy, onRemove, onCancel }: RemoveProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (reason.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    onRemove(reason.trim());
  };
  return (
    <form noValidate className={styles.form} onSubmit={send}>
      <Field
        label={t('reports.reason')}
        hint={t('reports.reason_hint')}
        problem={missing ? t('reports.reason_missing') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className={styles.reason}
            rows={3}
            maxLength={longestReason}
            aria-required
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens at the press of a button, in its place
            autoFocus
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={busy}>
          {t('reports.remove_now')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('reports.cancel')}
        </Button>
      </div>
    </form>
  );
}
