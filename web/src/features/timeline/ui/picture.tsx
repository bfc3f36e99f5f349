/**
 * The network's years as a picture: partnerships as rows, quarters as columns, a mark for every milestone and visit. The
 * table and the list beside it say the same.
 */
import type { CalendarBand, TimelineNetwork } from '@hub/contracts';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { useT } from '../../../i18n';
import type { Axis } from '../axis';
import { dayOf } from '../days';
import type { Look, LookChange } from '../look';
import { markIn, pictureOf } from '../picture';
import { useMarkKeys } from '../use-mark-keys';
import { useScale } from '../use-scale';
import { MarkCard } from './mark-card';
import { PictureHead } from './picture-head';
import { NetworkRows } from './picture-rows';
import { PictureTools } from './picture-tools';
import styles from './picture.module.css';

interface Props {
  networks: readonly TimelineNetwork[];
  bands: readonly CalendarBand[];
  axis: Axis;
  today: string;
  look: Look;
  onLook(change: LookChange): void;
}

/** The least width of a quarter, and of a mark in it; names stand beside marks where there is room for them. */
const quarterPx = { all: 44, year: 150, quarter: 440 };
/** More of them scroll within the picture, below its years. */
const fewRows = 14;
const markPx = { all: 25, year: 145, quarter: 215 };
const visitPx = { all: 27, year: 145, quarter: 215 };

export function Picture({ networks, bands, axis, today, look, onLook }: Props) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<{ id: string; anchor: HTMLElement }>();
  const printing = usePrinting();
  const zoom = printing ? 'all' : look.zoom;
  const pictures = useMemo(() => {
    const width = quarterPx[zoom] * axis.quarters.length;
    const room = { milestone: markPx[zoom] / width, visit: visitPx[zoom] / width };
    return networks.map((network) => pictureOf(network, axis, room));
  }, [networks, axis, zoom]);
  const rows = networks.reduce((sum, network) => sum + network.rows.length, 0);
  const [first] = networks;
  const todayAt = first ? axis.at(dayOf(today), first) : 0;
  const toToday = useScale(frame, zoom, todayAt);
  const onKeyDown = useMarkKeys(frame, todayAt);

  const found = open && markIn(pictures, open.id);
  const onClick = (event: MouseEvent) => {
    const anchor = (event.target as Element).closest<HTMLElement>('[data-mark]');
    if (anchor?.dataset.mark) setOpen({ id: anchor.dataset.mark, anchor });
  };
  const onClose = useCallback(() => setOpen(undefined), []);

  return (
    <>
      <PictureTools look={look} onLook={onLook} onToday={toToday} />
      {/* The buttons in it take the presses; one listener serves them all. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className={styles.frame}
        data-zoom={zoom}
        data-tall={rows > fewRows || undefined}
        onClick={onClick}
        onKeyDown={onKeyDown}
        role="group"
        aria-label={t('timeline.picture')}
        aria-describedby="timeline-keys"
      >
        <div className={styles.sheet} style={{ '--quarters': axis.quarters.length } as object}>
          <PictureHead axis={axis} />
          {pictures.map((picture) => (
            <NetworkRows
              key={picture.network.id}
              picture={picture}
              axis={axis}
              today={today}
              bands={bands}
              named={networks.length > 1}
              labelled={zoom !== 'all'}
            />
          ))}
        </div>
      </div>
      <p id="timeline-keys" className={styles.keys}>
        {t('timeline.keys')}
      </p>
      {open && found && <MarkCard key={open.id} anchor={open.anchor} {...found} today={today} onClose={onClose} />}
    </>
  );
}

/** On paper there is no scrolling: all of the years stand on it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useLayoutEffect(() => {
    const paper = matchMedia('print');
    const change = () => setPrinting(paper.matches);
    change();
    paper.addEventListener('change', change);
    return () => paper.removeEventListener('change', change);
  }, []);
  return printing;
}
