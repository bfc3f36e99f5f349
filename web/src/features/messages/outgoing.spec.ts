import { describe, expect, it } from '@jest/globals';
import type { Pending } from '@hub/client';
import type { HubEvent } from '@hub/contracts';
import { OutgoingList } from './outgoing';

function outbox(...keys: string[]) {
  let items = keys.map((clientId): Pending => ({
    input: { channelId: 'c', clientId, body: 'x' },
    state: 'sending',
    writtenAt: '',
  }));
  let listener = () => {};
  return {
    list: () => items,
    subscribe: (given: () => void) => {
      listener = given;
      return () => true;
    },
    discard: async (clientId: string) => {
      items = items.filter((item) => item.input.clientId !== clientId);
      listener();
    },
  };
}

const sent = (clientId: string) => ({ kind: 'message.sent', message: { clientId } }) as HubEvent;
const shown = (list: OutgoingList) => list.list().map((item) => `${item.input.clientId} ${item.state}`);

describe('a message on its way', () => {
  it('stays from its acknowledgement until its event', async () => {
    const source = outbox('k1', 'k2');
    const list = new OutgoingList(source);
    await source.discard('k1');
    expect(shown(list)).toEqual(['k1 sent', 'k2 sending']);
    list.told([sent('k1')]);
    expect(shown(list)).toEqual(['k2 sending']);
  });

  it('is gone at once when its writer deletes it', async () => {
    const list = new OutgoingList(outbox('k1'));
    await list.discard('k1');
    expect(shown(list)).toEqual([]);
  });
});
