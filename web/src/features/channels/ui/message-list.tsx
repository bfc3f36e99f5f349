/**
 * The conversation, scrolled by its reader alone: at the bottom it follows, anywhere else nothing moves, whatever is
 * loaded above or arrives below.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { useT } from '../../../i18n';
import type { Row } from '../message-rows';
import type { MessageWindow } from '../message-window';
import type { Loading } from '../use-conversation';
import { LatestPill } from './latest-pill';
import styles from './message-list.module.css';

const loadWithinPx = 900;
const bottomWithinPx = 24;
const markMs = 2000;

interface Props {
  label: string;
  window: MessageWindow;
  rows: readonly Row[];
  readerId: string;
  /** The message a link led to; a new object each time, so that the same link works twice. */
  target: { seq: number } | undefined;
  loading: Loading;
  onRetry(): void;
  onOlder(): void;
  onNewer(): void;
  /** Asked when the latest message is not loaded. */
  onLatest(): void;
  children(row: Row, marked: boolean): ReactElement;
}

export function MessageList(props: Props) {
  const { label, window, rows, readerId, target, loading, onOlder, onNewer, onLatest, onRetry, children } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const following = useRef(target === undefined);
  const lastOffset = useRef(0);
  /** The latest message when the reader left the bottom; undefined at the bottom. */
  const [leftAt, setLeftAt] = useState<number>();
  const [far, setFar] = useState(false);
  const [marked, setMarked] = useState<number>();
  const [focusedKey, setFocusedKey] = useState<string>();

  const firstSeq = window.messages[0]?.seq;
  const lastSeq = window.messages.at(-1)?.seq ?? 0;
  const previousFirst = useRef(firstSeq);
  const prepended = firstSeq !== undefined && previousFirst.current !== undefined && firstSeq < previousFirst.current;
  useLayoutEffect(() => {
    previousFirst.current = firstSeq;
  }, [firstSeq]);

  const toBottom = useCallback(() => {
    following.current = true;
    setLeftAt(undefined);
    list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [rows.length]);

  useLayoutEffect(() => {
    if (following.current && !window.hasNewer) list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [rows, window.hasNewer]);

  const ownNewest = rows.at(-1)?.kind === 'outgoing' ? rows.at(-1)?.key : undefined;
  useLayoutEffect(() => {
    if (ownNewest !== undefined) toBottom();
    // Only a new message of the reader's own moves the list, not what follows it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ownNewest]);

  useLayoutEffect(() => {
    if (target === undefined) return;
    const index = rows.findIndex((row) => row.kind === 'message' && row.message.seq === target.seq);
    if (index < 0) return;
    following.current = false;
    if (!isInView(list.current, index)) list.current?.scrollToIndex(index, { align: 'center' });
    setMarked(target.seq);
    // Each target is shown once, whatever happens to the rows afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);

  useEffect(() => {
    if (marked === undefined) return;
    const timer = setTimeout(() => setMarked(undefined), markMs);
    return () => clearTimeout(timer);
  }, [marked]);

  const look = useCallback(() => {
    const view = list.current;
    if (!view || view.viewportSize === 0) return;
    const below = view.scrollSize - view.viewportSize - view.scrollOffset;
    if (loading === 'nothing' && window.hasOlder && view.scrollOffset < loadWithinPx) onOlder();
    else if (loading === 'nothing' && window.hasNewer && below < loadWithinPx) onNewer();
    const atBottom = below < bottomWithinPx && !window.hasNewer;
    if (atBottom) following.current = true;
    else if (view.scrollOffset < lastOffset.current) following.current = false;
    lastOffset.current = view.scrollOffset;
    setFar(below > view.viewportSize);
    setLeftAt((before) => (following.current ? undefined : (before ?? lastSeq)));
  }, [loading, window.hasOlder, window.hasNewer, onOlder, onNewer, lastSeq]);

  useEffect(() => {
    // The list has by then put back what was loaded above.
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look, rows]);

  const resized = useCallback(() => {
    if (following.current && !window.hasNewer) list.current?.scrollToIndex(rows.length - 1, { align: 'end' });
    else look();
  }, [rows.length, window.hasNewer, look]);

  const unseen = useMemo(
    () =>
      leftAt === undefined ? 0 : window.messages.filter((one) => one.seq > leftAt && one.author.id !== readerId).length,
    [leftAt, window.messages, readerId],
  );

  const focusedIndex = focusedKey === undefined ? -1 : rows.findIndex((row) => row.key === focusedKey);

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        role="region"
        aria-label={label}
        aria-busy={loading === 'older' || loading === 'newer'}
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={styles.scroller}
      >
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={prepended}
          keepMounted={focusedIndex < 0 ? undefined : [focusedIndex]}
          onScroll={look}
          onResize={resized}
        >
          {(row) => (
            <div key={row.key} className={styles.row} onFocus={() => setFocusedKey(row.key)}>
              {children(row, row.kind === 'message' && row.message.seq === marked)}
            </div>
          )}
        </Virtualizer>
      </div>
      {(loading === 'older' || loading === 'newer') && (
        <p className={styles.loading}>{t(loading === 'older' ? 'channels.older_loading' : 'channels.newer_loading')}</p>
      )}
      {loading === 'failed' && (
        <p className={styles.failed}>
          {t('channels.more_failed')}
          <button type="button" onClick={onRetry}>
            {t('channels.retry')}
          </button>
        </p>
      )}
      {leftAt !== undefined && (far || unseen > 0 || window.hasNewer) && (
        <LatestPill
          count={unseen}
          onPress={() => {
            scroller.current?.focus({ preventScroll: true });
            if (window.hasNewer) onLatest();
            else toBottom();
          }}
        />
      )}
    </div>
  );
}

function isInView(view: VirtualizerHandle | null, index: number): boolean {
  if (!view) return false;
  const top = view.getItemOffset(index) - view.scrollOffset;
  return top >= 0 && top + view.getItemSize(index) <= view.viewportSize;
}
