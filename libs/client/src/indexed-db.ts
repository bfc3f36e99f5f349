/** An outbox store in the browser's IndexedDB, one database for each person so that nothing is sent under another's name. */
import { createStore, del, set, values } from 'idb-keyval';
import type { OutboxStore, Pending } from './outbox.js';

export function indexedDbOutbox(personId: string): OutboxStore {
  const store = createStore(`hub-outbox-${personId}`, 'items');
  return {
    // A clientId is a UUIDv7, so the order of keys is the order of writing.
    load: async () =>
      (await values<Pending>(store)).map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item)),
    put: (item) => set(item.input.clientId, item, store),
    remove: (clientId) => del(clientId, store),
  };
}
