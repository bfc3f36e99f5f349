/**
 * Where a list is led until it is there: to its end, which it follows from then on, or to one row, until what lies around
 * has been measured. The reader's own hand ends it at once; nothing pulls them back.
 */
import type { Row } from './message-rows';
import type { ListView } from './sight';

export type Align = 'start' | 'center' | 'end' | 'nearest';
type Aim = 'end' | { key: string; align: Align };

/** As much of the element that scrolls as is used here. */
export type Scroller = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'addEventListener' | 'removeEventListener'>;

const settledMs = 300;

export class Steering {
  private aim: Aim | undefined;
  private rows: readonly Row[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: () => ListView | null,
    private readonly scroller: () => Scroller | null,
    private readonly settled: () => void,
  ) {}

  get following(): boolean {
    return this.aim === 'end';
  }

  /** Until the returned function is called, the reader's hand ends what leads them. */
  attach(): () => void {
    const element = this.scroller();
    const wheel = ({ deltaY }: WheelEvent) => (deltaY < 0 || !this.following) && this.release();
    // A finger or the scroll bar may go either way: at the end it is seen when the list has moved.
    const grip = () => !this.following && this.release();
    element?.addEventListener('wheel', wheel, { passive: true });
    element?.addEventListener('touchmove', grip, { passive: true });
    element?.addEventListener('pointerdown', grip);
    return () => {
      element?.removeEventListener('wheel', wheel);
      element?.removeEventListener('touchmove', grip);
      element?.removeEventListener('pointerdown', grip);
      this.release();
    };
  }

  /** The rows are these now. */
  hold(rows: readonly Row[]): void {
    this.rows = rows;
    this.steer();
  }

  toEnd(): void {
    this.lead('end');
  }

  toRow(index: number, align: Align): void {
    const key = this.rows[index]?.key;
    if (key !== undefined) this.lead({ key, align });
  }

  release(): void {
    clearTimeout(this.settling);
    this.aim = undefined;
  }

  /** The reader has come to the end by themselves. */
  arrive(): void {
    this.aim ??= 'end';
  }

  /** Something was measured. */
  steer(): void {
    const [element, view] = [this.scroller(), this.view()];
    if (!element || !view || this.aim === undefined) return;
    if (this.aim === 'end') {
      element.scrollTop = element.scrollHeight;
      return;
    }
    const { key, align } = this.aim;
    const index = this.rows.findIndex((row) => row.key === key);
    if (index < 0 || view.viewportSize === 0) return;
    element.scrollTop = offsetFor(view, index, align);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.release();
      this.settled();
    }, settledMs);
  }

  private lead(to: Aim): void {
    this.release();
    this.aim = to;
    this.steer();
  }
}

function offsetFor(view: ListView, index: number, align: Align): number {
  const top = view.getItemOffset(index);
  const bottom = top + view.getItemSize(index);
  const { scrollOffset, viewportSize } = view;
  switch (align) {
    case 'start':
      return top;
    case 'center':
      return (top + bottom - viewportSize) / 2;
    case 'end':
      return bottom - viewportSize;
    case 'nearest':
      return top < scrollOffset ? top : Math.max(scrollOffset, bottom - viewportSize);
  }
}
