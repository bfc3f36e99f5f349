import type { Topic, maxTitleLength } from '@hub/contracts';
import { Failure } from '@hub/contracts/failure';
import { useRef, useState, type FormEvent } from 'react';
import { useT, type Translate } from '../../../i18n';
import { useHub } from '../../../live';
import { Button, Field, failureText, inputClass } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import styles from './dialogs.module.css';

const longestTitle: typeof maxTitleLength = 120;

interface Props {
  topic: Topic;
  onDone(text: string): void;
  onClose(): void;
}

/** Another title for a topic; links to it keep working. */
export function RenameDialog({ topic, onDone, onClose }: Props) {
  const t = useT();
  const hub = useHub();
  const field = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(topic.title);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const given = title.trim();
    if (given === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    if (given === topic.title) return onClose();
    setBusy(true);
    setFailure(undefined);
    try {
      await hub.call('topic.rename', { topicId: topic.id, title: given });
      onClose();
      onDone(t('tools.renamed'));
    } catch (error) {
      setBusy(false);
      setFailure(error);
    }
  };

  return (
    <Dialog title={t('tools.rename')} onClose={onClose}>
      <form noValidate className={styles.form} onSubmit={(event) => void rename(event)}>
        <Field
          label={t('channels.new_topic_title')}
          hint={t('channels.new_topic_title_hint')}
          problem={missing ? t('channels.required_title') : undefined}
        >
          {(control) => (
            <input
              {...control}
              ref={field}
              data-first
              className={`${inputClass} ${styles.wide}`}
              value={title}
              maxLength={longestTitle}
              autoComplete="off"
              onChange={(event) => {
                setTitle(event.target.value);
                setMissing(false);
              }}
            />
          )}
        </Field>
        {failure !== undefined && <p role="alert">{titleFailure(t, failure)}</p>}
        <DialogButtons>
          <Button onClick={onClose}>{t('tools.cancel')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('tools.save')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** A channel has no two topics of one title. */
export function titleFailure(t: Translate, error: unknown): string {
  const isTaken = error instanceof Failure && error.code === 'CONFLICT';
  return isTaken ? t('tools.title_taken') : failureText(t, error);
}
