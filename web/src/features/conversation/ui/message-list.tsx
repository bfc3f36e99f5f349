/**
 * The conversation, scrolled by its reader alone: at the bottom it follows, anywhere else nothing moves, whatever is
 * loaded above or arrives below.
 */
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type Ref,
} from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { rowOfGoal, type Goal } from '../goal';
import { messageRowBeside, rowOf, type Row } from '../message-rows';
import type { MessageWindow } from '../../messages';
import type { Sight } from '../read-tracker';
import { isWholeInView, rowsInView, sightOf } from '../sight';
import { useActiveRow } from '../use-active-row';
import { Steering } from '../steering';
import type { Loading } from '../use-conversation';
import type { NewsLine } from '../use-reading';
import { ListLoading } from './list-loading';
import styles from './message-list.module.css';
import { LatestPill, UnreadPill } from './pills';

const loadWithinPx = 900;
const bottomWithinPx = 24;
const markMs = 2000;

export interface ListHandle {
  /** The message that has, or last had, the focus in the list. */
  activeId(): string | undefined;
  /** Brings a message into view. */
  show(messageId: string): void;
  /** Gives the focus to a message, else to the active one. */
  focus(messageId?: string): void;
}

export interface RowLook {
  marked: boolean;
  active: boolean;
  /** Changes when the row is to take the focus; 0 when it never was. */
  focus: number;
}

interface Props {
  ref: Ref<ListHandle>;
  label: string;
  window: MessageWindow;
  rows: readonly Row[];
  readerId: string;
  /** Where to be; a new object each time, so that the same link works twice. */
  goal: Goal;
  line: NewsLine | undefined;
  /** Up to here the reader has seen it before this visit. */
  seenBefore: number;
  loading: Loading;
  onRetry(): void;
  onOlder(): void;
  onNewer(): void;
  onGo(goal: Goal): void;
  onSight(sight: Sight | undefined): void;
  children(row: Row, look: RowLook): ReactElement;
}

export function MessageList(props: Props) {
  const { ref, label, window, rows, readerId, goal, line, loading, onOlder, onNewer, onGo, onSight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const lastOffset = useRef(0);
  const [away, setAway] = useState(false);
  /** The last message that has been in view; before any has, the last that was read before. */
  const [seenTo, setSeenTo] = useState(props.seenBefore);
  const [far, setFar] = useState(false);
  const [marked, setMarked] = useState<string>();
  const [newsAbove, setNewsAbove] = useState(false);
  const looked = useRef(() => {});
  const [steering] = useState(
    () =>
      new Steering(
        () => list.current,
        () => scroller.current,
        () => looked.current(),
      ),
  );
  const active = useActiveRow(rows, list, scroller, steering);

  const firstSeq = window.messages[0]?.seq;
  const previousFirst = useRef(firstSeq);
  const prepended = firstSeq !== undefined && previousFirst.current !== undefined && firstSeq < previousFirst.current;
  useLayoutEffect(() => {
    previousFirst.current = firstSeq;
  }, [firstSeq]);

  const toBottom = useCallback(() => {
    setAway(false);
    steering.toEnd();
  }, [steering]);

  useLayoutEffect(() => steering.hold(rows), [rows, steering]);
  useLayoutEffect(() => steering.attach(), [steering]);

  const ownNewest = rows.at(-1)?.kind === 'outgoing' ? rows.at(-1)?.key : undefined;
  useLayoutEffect(() => {
    if (ownNewest !== undefined) toBottom();
    // Only a new message of the reader's own moves the list, not what follows it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ownNewest]);

  useLayoutEffect(() => {
    const found = rowOfGoal(rows, goal);
    if (found === undefined) return;
    if (goal.to === 'end') {
      if (!window.hasNewer) toBottom();
      return;
    }
    steering.release();
    if (found.align !== 'center' || !list.current || !isWholeInView(list.current, found.index))
      steering.toRow(found.index, found.align);
    setMarked(found.mark);
    // Each goal is gone to once, whatever happens to the rows afterwards.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [goal]);

  useEffect(() => {
    if (marked === undefined) return;
    const timer = setTimeout(() => setMarked(undefined), markMs);
    return () => clearTimeout(timer);
  }, [marked]);

  const newsRow = useMemo(() => rows.findIndex(({ kind }) => kind === 'unread'), [rows]);
  const newsSeen = useRef<NewsLine>(undefined);

  const look = useCallback(() => {
    const view = list.current;
    if (!view || view.viewportSize === 0) return;
    const below = view.scrollSize - view.viewportSize - view.scrollOffset;
    if (loading === 'nothing' && window.hasOlder && view.scrollOffset < loadWithinPx) onOlder();
    else if (loading === 'nothing' && window.hasNewer && below < loadWithinPx) onNewer();
    const atBottom = below < bottomWithinPx && !window.hasNewer;
    if (atBottom) steering.arrive();
    else if (steering.following && view.scrollOffset < lastOffset.current) steering.release();
    lastOffset.current = view.scrollOffset;
    setFar(below > view.viewportSize);
    setAway(!steering.following);
    const shown = rowsInView(view);
    const sight = sightOf(rows, shown, window);
    onSight(sight);
    if (sight) setSeenTo((before) => Math.max(before, sight.last));
    if (newsRow >= shown.first && newsRow <= shown.last) newsSeen.current = line;
    setNewsAbove(line !== undefined && newsSeen.current !== line && newsRow < shown.first);
  }, [loading, window, onOlder, onNewer, onSight, rows, newsRow, line, steering]);

  useEffect(() => {
    looked.current = look;
    // The list has by then put back what was loaded above.
    const frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [look]);

  const resized = useCallback(() => {
    steering.steer();
    look();
  }, [steering, look]);

  useImperativeHandle(ref, () => ({
    activeId: () => {
      const row = rows[active.index];
      return row?.kind === 'message' ? row.message.id : undefined;
    },
    show: (messageId) => active.show(rowOf(rows, messageId)),
    focus: (messageId) => active.focus(messageId === undefined ? active.index : rowOf(rows, messageId)),
  }));

  const unseen = useMemo(
    () => window.messages.filter((one) => one.seq > seenTo && one.author.id !== readerId).length,
    [seenTo, window.messages, readerId],
  );
  const lastRow = messageRowBeside(rows, rows.length, -1);
  const go = (to: 'end' | 'unread') => {
    scroller.current?.focus({ preventScroll: true });
    onGo({ to });
  };

  return (
    <div className={styles.frame}>
      {/* The keys are for the messages in it, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={scroller}
        role="region"
        aria-label={label}
        aria-busy={loading === 'older' || loading === 'newer'}
        tabIndex={-1}
        className={styles.scroller}
        onKeyDown={(event) => active.onKeyDown(event, () => (window.hasNewer ? go('end') : active.focus(lastRow)))}
      >
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          data={rows}
          shift={prepended}
          keepMounted={active.index < 0 ? undefined : [active.index]}
          onScroll={look}
          onScrollEnd={active.follow}
          onResize={resized}
        >
          {(row) => (
            <div key={row.key} className={styles.row} onFocus={() => active.onFocus(row.key)}>
              {props.children(row, {
                marked: row.key === marked,
                active: row.key === active.key,
                focus: row.key === active.asked.key ? active.asked.count : 0,
              })}
            </div>
          )}
        </Virtualizer>
      </div>
      <ListLoading loading={loading} onRetry={props.onRetry} />
      {newsAbove && line && <UnreadPill count={line.count} onPress={() => go('unread')} />}
      {away && (far || unseen > 0 || window.hasNewer) && (
        // How many there are is only known where all of them are loaded.
        <LatestPill count={window.hasNewer ? 0 : unseen} onPress={() => go('end')} />
      )}
    </div>
  );
}
