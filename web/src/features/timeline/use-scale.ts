/** Which part of the years is in sight: today at first, and after a change of scale what was in the middle before. */
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Zoom } from './look';

/** Returns what brings today back into sight. */
export function useScale(frame: RefObject<HTMLElement | null>, zoom: Zoom, todayAt: number): () => void {
  const middle = useRef(todayAt);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const scrolled = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Where all of it is in sight, its middle says nothing.
      if (scrollWidth > clientWidth) middle.current = (scrollLeft + clientWidth / 2) / scrollWidth;
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [frame]);
  useLayoutEffect(() => {
    if (frame.current) show(frame.current, middle.current);
  }, [frame, zoom]);
  return useCallback(() => frame.current && show(frame.current, todayAt), [frame, todayAt]);
}

function show(frame: HTMLElement, at: number): void {
  frame.scrollLeft = at * frame.scrollWidth - frame.clientWidth / 2;
}
