/** Until when an entry rests. What is chosen often stands in a menu, any other day in a dialog. */
import { useState, type RefObject } from 'react';
import { DayDialog } from '../../../forms/day-dialog';
import { useFormats, useT } from '../../../i18n';
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

export function LaterDialog({ onLater, onClose }: Props) {
  const { timeZone = deviceZone() } = useFormats();
  const [now] = useState(() => Date.now());
  const t = useT();
  const first = dayAfter(now, timeZone, 1);
  return (
    <DayDialog
      texts={{
        title: t('notifications.later_label'),
        label: t('notifications.day'),
        hint: t('notifications.day_hint'),
        wrong: t('notifications.day_wrong'),
        cancel: t('notifications.cancel'),
        go: t('notifications.put_off'),
      }}
      begin={first}
      bounds={{ first, last: dayAfter(now, timeZone, 366) }}
      onDay={(day) => onLater(morningOf(day, timeZone))}
      onClose={onClose}
    />
  );
}

const deviceZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
