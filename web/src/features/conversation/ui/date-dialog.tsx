import type { Topic } from '@hub/contracts';
import { useState, type FormEvent } from 'react';
import { useT } from '../../../i18n';
import { Button, Field, inputClass } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import { useConversationTools } from '../conversation-context';
import type { Goal } from '../goal';
import { dayAt, startOfDay } from '../../../local-day';
import styles from './dialogs.module.css';

interface Props {
  topic: Topic;
  onGo(goal: Goal): void;
  onClose(): void;
}

/** To the first message of a day, in the reader's own zone. */
export function DateDialog({ topic, onGo, onClose }: Props) {
  const t = useT();
  const { timeZone } = useConversationTools().reader;
  const last = dayAt(Date.parse(topic.lastMessageAt), timeZone);
  const [day, setDay] = useState(last);
  const [wrong, setWrong] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return setWrong(true);
    onClose();
    onGo({ to: 'time', at: startOfDay(day, timeZone) });
  };
  return (
    <Dialog title={t('tools.date')} onClose={onClose}>
      <form noValidate className={styles.form} onSubmit={go}>
        <Field
          label={t('tools.date_label')}
          hint={t('tools.date_hint')}
          problem={wrong ? t('tools.date_wrong') : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              data-first
              className={inputClass}
              value={day}
              max={last}
              onChange={(event) => {
                setDay(event.target.value);
                setWrong(false);
              }}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{t('tools.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('tools.date_go')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
