/** Until when an entry rests. What is chosen often stands in a menu, any other day in a dialog. */
import { useState, type FormEvent, type RefObject } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Button, Field, inputClass } from '../../../ui';
import { Dialog, DialogButtons } from '../../../ui/dialog';
import { Menu, MenuItem, MenuLine } from '../../../ui/menu';
import { dayAfter, laterChoices, morningOf } from '../later-choices';
import styles from './inbox.module.css';

interface Props {
  onLater(until: string): void;
  onClose(): void;
}

interface MenuProps extends Props {
  anchor: RefObject<HTMLElement | null>;
  onDay(): void;
}

export function LaterMenu({ anchor, onLater, onDay, onClose }: MenuProps) {
  const t = useT();
  const { timeZone = deviceZone(), upcoming } = useFormats();
  const [opened] = useState(() => Date.now());
  return (
    <Menu anchor={anchor} label={t('notifications.later_label')} onClose={onClose}>
      {laterChoices(opened, timeZone).map(({ when, at }) => (
        <MenuItem key={when} onChoose={() => onLater(at)}>
          <span className={styles.choice}>
            {t(`notifications.later_${when}`)}
            <span className={styles.at}>{upcoming(at)}</span>
          </span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onChoose={onDay}>{t('notifications.later_day')}</MenuItem>
    </Menu>
  );
}

export function DayDialog({ onLater, onClose }: Props) {
  const { timeZone = deviceZone() } = useFormats();
  const [now] = useState(() => Date.now());
  const t = useT();
  const [first, last] = [dayAfter(now, timeZone, 1), dayAfter(now, timeZone, 366)];
  const [day, setDay] = useState(first);
  const [wrong, setWrong] = useState(false);
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < first || day > last) return setWrong(true);
    onClose();
    onLater(morningOf(day, timeZone));
  };
  return (
    <Dialog title={t('notifications.later_label')} onClose={onClose}>
      <form noValidate className={styles.day} onSubmit={choose}>
        <Field
          label={t('notifications.day')}
          hint={t('notifications.day_hint')}
          problem={wrong ? t('notifications.day_wrong') : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              data-first
              className={inputClass}
              value={day}
              min={first}
              max={last}
              onChange={(event) => {
                setDay(event.target.value);
                setWrong(false);
              }}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{t('notifications.cancel')}</Button>
          <Button type="submit" look="primary">
            {t('notifications.put_off')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
