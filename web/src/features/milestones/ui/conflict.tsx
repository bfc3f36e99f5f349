/** What somebody else made of a milestone meanwhile, beside one's own; the writer chooses, and nothing is lost. */
import type { MilestonePage } from '@hub/contracts';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormats, useT } from '../../../i18n';
import { Button } from '../../../ui';
import { changesOwner, moves, standingOf, type Draft } from '../change';
import { useOwnerName } from './owner-choice';
import styles from './milestone-route.module.css';

interface Props {
  page: MilestonePage;
  mine: Draft;
  onMine(): void;
  onTheirs(): void;
}

export function Conflict({ page, mine, onMine, onTheirs }: Props) {
  const { milestone, changes } = page;
  const t = useT();
  const ownerName = useOwnerName(page);
  const { date, list } = useFormats();
  const mineOn = mine.state === 'done' ? mine.doneOn : moves(mine) ? mine.expectedOn : '';
  const { state, actualOn, forecastOn, plannedOn } = milestone;
  const [latest] = changes;
  return (
    <ConflictFrame by={latest?.by?.name} onMine={onMine} onTheirs={onTheirs}>
      <p>
        <strong>{t('milestone.conflict_now')}</strong> {t(`mark.${state}`)}, {date(actualOn ?? forecastOn ?? plannedOn)}
        {changesOwner(mine) && ` · ${ownerName(standingOf(page).ownerSeatId)}`}
        {latest?.reason && ` · ${latest.reason}`}
      </p>
      <p>
        <strong>{t('milestone.conflict_yours')}</strong>{' '}
        {list([
          ...(mine.state === mine.base.state ? [] : [t(`mark.${mine.state}`)]),
          // A day is empty while it is half typed.
          ...(mineOn === '' ? [] : [date(mineOn)]),
          ...(changesOwner(mine) ? [ownerName(mine.ownerSeatId)] : []),
        ])}
        {mine.reason !== '' && ` · ${mine.reason}`}
      </p>
    </ConflictFrame>
  );
}

interface FrameProps {
  by: string | undefined;
  onMine(): void;
  onTheirs(): void;
  children: ReactNode;
}

export function ConflictFrame({ by, onMine, onTheirs, children }: FrameProps) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.conflict} role="group" aria-label={t('milestone.conflict')}>
      <h3 ref={heading} tabIndex={-1}>
        {by === undefined ? t('milestone.conflict') : t('milestone.conflict_by', { name: by })}
      </h3>
      {children}
      <div className={styles.line}>
        <Button onClick={onMine}>{t('milestone.conflict_mine')}</Button>
        <Button onClick={onTheirs}>{t('milestone.conflict_theirs')}</Button>
      </div>
    </div>
  );
}
