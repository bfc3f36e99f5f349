/**
 * A menu that opens beside the button it belongs to: arrows, Home, End and first letters move in it, Escape and Tab close it,
 * and the focus goes back to the button. The button stays where it is and may be there long before this code.
 */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import styles from './menu.module.css';

interface MenuProps {
  /** The button it belongs to. */
  anchor: RefObject<HTMLElement | null>;
  label: string;
  /** Items side by side, as signs are; else one below the other. */
  grid?: boolean;
  onClose(): void;
  children: ReactNode;
}

export function Menu({ anchor, label, grid = false, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const close = useCallback(() => {
    anchor.current?.focus({ preventScroll: true });
    onClose();
  }, [anchor, onClose]);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element || !anchor.current) return;
    element.showPopover();
    place(element, anchor.current);
    element.querySelector<HTMLElement>('[role^="menuitem"]')?.focus({ preventScroll: true });
  }, [anchor]);

  useEffect(() => {
    const leave = (event: Event) => {
      const inside =
        event.target instanceof Node &&
        (menu.current?.contains(event.target) || anchor.current?.contains(event.target));
      if (!inside) onClose();
    };
    // A message that arrives moves the button; the menu goes with it.
    const follow = (event: Event) => {
      if (event.target === menu.current || !menu.current || !anchor.current) return;
      place(menu.current, anchor.current);
    };
    addEventListener('pointerdown', leave, true);
    addEventListener('scroll', follow, true);
    addEventListener('resize', follow);
    return () => {
      removeEventListener('pointerdown', leave, true);
      removeEventListener('scroll', follow, true);
      removeEventListener('resize', follow);
    };
  }, [anchor, onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: grid ? 1 : 0, ArrowLeft: grid ? -1 : 0 }[event.key];
    if (step) focusOn(all, at + step);
    else if (event.key === 'Home') focusOn(all, 0);
    else if (event.key === 'End') focusOn(all, -1);
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const beginning = [...all.slice(at + 1), ...all.slice(0, at + 1)];
      beginning.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-label={label}
      className={styles.menu}
      data-grid={grid || undefined}
      onKeyDown={onKeyDown}
    >
      <Closing value={close}>{children}</Closing>
    </div>
  );
}

const Closing = createContext<() => void>(() => undefined);

interface ItemProps {
  onChoose(): void;
  /** For what is on or off. */
  checked?: boolean;
  danger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onChoose, checked, danger = false, children }: ItemProps) {
  const close = use(Closing);
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      aria-checked={checked}
      tabIndex={-1}
      className={styles.item}
      data-danger={danger || undefined}
      onClick={() => {
        // First: a dialog that it opens gives the focus back to the button.
        close();
        onChoose();
      }}
    >
      {children}
    </button>
  );
}

export function MenuLine() {
  return <hr className={styles.line} />;
}

function focusOn(items: HTMLElement[], index: number): void {
  items.at(index % items.length)?.focus();
}

const gapPx = 4;
const edgePx = 8;

/** Below the button where there is room, else above it; never beyond an edge of the window. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = innerHeight - button.bottom;
  const top =
    below >= height + gapPx + edgePx || below >= button.top ? button.bottom + gapPx : button.top - height - gapPx;
  const rightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const left = rightToLeft ? button.left : button.right - width;
  const within = (at: number, size: number, room: number) => Math.max(edgePx, Math.min(at, room - size - edgePx));
  menu.style.top = `${within(top, height, innerHeight)}px`;
  menu.style.left = `${within(left, width, innerWidth)}px`;
}
