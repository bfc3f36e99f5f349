/**
 * An outbox store in the browser's IndexedDB, one database for each person so that nothing is sent under another's
 * name. All pages of the browser show its items; the one in which somebody wrote last sends them.
 */
import { createStore, del, set, values } from 'idb-keyval';
import type { OutboxChange, OutboxStore, Pages, Pending } from './outbox.js';

export function indexedDbOutbox(personId: string): OutboxStore {
  const name = `hub-outbox-${personId}`;
  const store = createStore(name, 'items');
  return {
    load: () => values<Pending>(store),
    put: (item) => set(item.input.clientId, item, store),
    remove: (clientId) => del(clientId, store),
    // Where a browser has no locks every page sends: twice is once, by the clientId.
    ...('locks' in navigator && { pages: pagesOf(name) }),
  };
}

function pagesOf(name: string): Pages {
  return {
    open({ heard, leads }) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', ({ data }: MessageEvent<OutboxChange>) => heard(data));
      let waiting = new AbortController();
      let state: 'waiting' | 'taking' | 'leading' | 'closed' = 'waiting';
      let release: (() => void) | undefined;

      const held = () => {
        state = 'leading';
        leads(true);
        return new Promise<void>((resolve) => (release = resolve));
      };
      const wait = (): void => {
        state = 'waiting';
        waiting = new AbortController();
        navigator.locks.request(name, { signal: waiting.signal }, held).catch(lost);
      };
      /** Another page took the lead, or this one goes to take it. */
      const lost = (): void => {
        if (state !== 'leading') return;
        leads(false);
        wait();
      };
      wait();
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- reaches pages of this origin only
        tell: (change) => channel.postMessage(change),
        lead: () => {
          if (state !== 'waiting') return;
          state = 'taking';
          waiting.abort();
          navigator.locks.request(name, { steal: true }, held).catch(lost);
        },
        close: () => {
          state = 'closed';
          waiting.abort();
          release?.();
          channel.close();
        },
      };
    },
  };
}
