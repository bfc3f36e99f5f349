/** Asks for one day. */
import { useState, type FormEvent } from 'react';
import { Button, Field, inputClass } from '../ui';
import { Dialog, DialogButtons } from '../ui/dialog';
import styles from './forms.module.css';

interface Props {
  texts: { title: string; label: string; hint: string; wrong: string; cancel: string; go: string };
  /** The day that stands there at first. */
  begin: string;
  /** Left out: any day. */
  bounds?: { first: string; last: string };
  onDay(day: string): void;
  onClose(): void;
}

export function DayDialog({ texts, begin, bounds, onDay, onClose }: Props) {
  const [day, setDay] = useState(begin);
  const [wrong, setWrong] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const isOutside = bounds !== undefined && (day < bounds.first || day > bounds.last);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || isOutside) return setWrong(true);
    onClose();
    onDay(day);
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form noValidate className={styles.form} onSubmit={choose}>
        <Field label={texts.label} hint={texts.hint} problem={wrong ? texts.wrong : undefined}>
          {(control) => (
            <input
              {...control}
              type="date"
              data-first
              className={inputClass}
              value={day}
              min={bounds?.first}
              max={bounds?.last}
              onChange={(event) => {
                setDay(event.target.value);
                setWrong(false);
              }}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" look="primary">
            {texts.go}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
