/** A value once it has stopped changing: what is asked of the hub while somebody types is asked when they pause. */
import { useEffect, useState } from 'react';

export function useSettled<T>(value: T, ms = 500): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
