/** The reader's place for everything below it: the page's address, what it names, and what its search says. */
import { createContext, startTransition, use, useLayoutEffect, useState, type ReactNode } from 'react';
import type { Address, ParamsOf, SearchOf } from './addresses';
import { onArrival, placeNow, type Place } from './travel';

const Here = createContext<Place | undefined>(undefined);

/** The page that is left stays until the next one can be shown. */
export function Router({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(() => placeNow());
  // Before what is shown first may go elsewhere at once.
  useLayoutEffect(() => onArrival((next) => startTransition(() => setPlace(next))), []);
  useLayoutEffect(() => {
    if (place.scroll !== undefined) scrollTo(0, place.scroll);
  }, [place]);
  return <Here value={place}>{children}</Here>;
}

export function useLocation(): Place {
  const place = use(Here);
  if (!place) throw new Error('Outside of the router.');
  return place;
}

/** What the address of the page names; for the page at this address and what is inside it. */
export function useParams<A extends Address>(address: A): ParamsOf<A> {
  return useAt(address).params as ParamsOf<A>;
}

export function useSearch<A extends Address>(address: A): SearchOf<A> {
  return useAt(address).search as SearchOf<A>;
}

function useAt(address: Address): Place {
  const place = useLocation();
  if (place.address !== address) throw new Error(`${place.path} is not ${address}.`);
  return place;
}
