/** Asking the coordinator to look at a message, or removing what another wrote: both with a reason. */
import type { Message, maxReasonLength } from '@hub/contracts';
import { useRef, useState, type FormEvent } from 'react';
import { useT } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Field, failureText, inputClass } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import { plainText, useConversationCache } from '../../messages';
import { messageActions } from '../message-actions';
import styles from './dialogs.module.css';

const longestReason: typeof maxReasonLength = 500;

interface Props {
  kind: 'report' | 'remove';
  message: Message;
  onDone(text: string): void;
  onClose(): void;
}

export function ReasonDialog({ kind, message, onDone, onClose }: Props) {
  const t = useT();
  const hub = useHub();
  const cache = useConversationCache();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const carryOut = async (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim();
    if (given === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      if (kind === 'report') await hub.call('message.report', { messageId: message.id, reason: given });
      else await messageActions(hub, cache).remove(message.id, given);
      onClose();
      onDone(t(`tools.${kind}_done`));
    } catch (error) {
      setBusy(false);
      setFailure(error);
    }
  };

  return (
    <Dialog title={t(`tools.${kind}_title`)} onClose={onClose}>
      <form noValidate className={styles.form} onSubmit={(event) => void carryOut(event)}>
        <blockquote className={styles.about}>
          <strong>{message.author.name}</strong> {plainText(message.body, message.mentions, t)}
        </blockquote>
        <p>{t(`tools.${kind}_hint`)}</p>
        <Field label={t('tools.reason')} problem={missing ? t('tools.reason_missing') : undefined}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              data-first
              className={`${inputClass} ${styles.reason}`}
              rows={3}
              maxLength={longestReason}
              value={reason}
              aria-required
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
            />
          )}
        </Field>
        {failure !== undefined && <p role="alert">{failureText(t, failure)}</p>}
        <DialogButtons>
          <Button onClick={onClose}>{t('tools.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t(`tools.${kind}_do`)}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
