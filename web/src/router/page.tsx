/** The page at an address, whose code comes when somebody goes there. */
import { lazy, type ComponentType } from 'react';
import type { Address } from './addresses';
import { onDeparture } from './travel';

/** How to show it. Code that did not come is asked for anew by the next who goes there. */
interface Page {
  (): ComponentType;
  /** Loads it before it is shown for the first time, so that nothing has to stand in its place. */
  ahead: () => Promise<void>;
}

export type Pages = Record<Address, Page>;

export function page(load: () => Promise<ComponentType>): Page {
  const fetched = () => lazy(async () => ({ default: await fetchPage(load, () => (Shown = fetched())) }));
  let Shown: ComponentType = fetched();
  let isShown = false;
  const ahead = async () => {
    const loaded = await load();
    // What is on the screen stays the same to React, which would begin it anew.
    if (!isShown) Shown = loaded;
  };
  const show = () => {
    isShown = true;
    return Shown;
  };
  return Object.assign(show, { ahead });
}

const reloadKey = 'hub-reloaded-at';
const reloadAgainAfterMs = 60_000;

/** What a hub of a newer version no longer has comes with its newer pages. */
async function fetchPage(load: () => Promise<ComponentType>, onFailure: () => void): Promise<ComponentType> {
  try {
    return await load();
  } catch (error) {
    const stop = onDeparture(() => {
      stop();
      onFailure();
    });
    if (!navigator.onLine || reloadedLately()) throw error;
    location.reload();
    return new Promise(() => undefined);
  }
}

function reloadedLately(): boolean {
  try {
    const lately = Date.now() - Number(sessionStorage.getItem(reloadKey)) < reloadAgainAfterMs;
    sessionStorage.setItem(reloadKey, String(Date.now()));
    return lately;
  } catch {
    return true;
  }
}
