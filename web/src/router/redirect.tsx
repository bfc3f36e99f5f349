/** In place of a page that goes on to another one, which takes its place in the history. */
import { useEffect } from 'react';
import { hrefOf, type Address, type Target } from './addresses';
import { navigate } from './travel';

export function Redirect<A extends Address>(target: Target<A>) {
  const href = hrefOf(target);
  useEffect(() => {
    navigate(target, { replace: true });
    // The same address is gone to once, however often its names are said anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [href]);
  return null;
}
