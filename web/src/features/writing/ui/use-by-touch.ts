import { useState } from 'react';

/** Whether letters come from a keyboard on the screen, whose Enter makes a line. */
export function useByTouch(): boolean {
  const [byTouch] = useState(() => matchMedia('(hover: none) and (pointer: coarse)').matches);
  return byTouch;
}
