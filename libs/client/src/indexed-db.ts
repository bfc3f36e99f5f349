/** An outbox store in the browser's IndexedDB, one database for each person so that nothing is sent under another's name. */
import { openDB } from 'idb';
import type { OutboxStore, Pending } from './outbox.js';

export function indexedDbOutbox(personId: string): OutboxStore {
  const database = openDB<{ items: { key: string; value: Pending } }>(`hub-outbox-${personId}`, 1, {
    upgrade: (db) => void db.createObjectStore('items', { keyPath: 'input.clientId' }),
  });
  return {
    // A clientId is a UUIDv7, so the order of keys is the order of writing.
    load: async () =>
      (await (await database).getAll('items')).map((item) =>
        item.state === 'sending' ? { ...item, state: 'waiting' } : item,
      ),
    put: async (item) => void (await (await database).put('items', item)),
    remove: async (clientId) => (await database).delete('items', clientId),
  };
}
