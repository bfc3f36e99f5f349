/** Bugs in what is written: in sending, in being sent again, and in what is changed afterwards. */
import type { Hub } from '@hub/client';
import { Failure } from '@hub/contracts';
import { Database } from '@hub/database';
import { v7 as uuidv7 } from 'uuid';
import { RevisingService } from '../../src/modules/messages/revising.service.js';
import { SendingService } from '../../src/modules/messages/sending.service.js';
import { replace, type Bug } from './planting.js';
import type { Cast } from './play.js';

/** Replaces a piece of the function that stores messages. */
async function rewrite({ world }: Cast, pieces: [string, string][]): Promise<() => unknown> {
  const [found] = await world.sql<{ source: string }>(`select pg_get_functiondef('send_messages'::regproc) as source`);
  const source = found?.source ?? '';
  let changed = source;
  for (const [piece, other] of pieces) {
    if (!changed.includes(piece)) throw new Error(`send_messages has no ${piece}`);
    changed = changed.replace(piece, other);
  }
  await world.sql(changed);
  return () => world.sql(source);
}

const every = (nth: number) => {
  let count = 0;
  return () => ++count % nth === 0;
};

class Undone extends Error {}

/** Runs a statement as if it were stored, and leaves nothing of it. */
async function undone(database: Database, sql: string, values: unknown[]): Promise<object[]> {
  let rows: object[] = [];
  await database
    .transaction(async (tx) => {
      rows = await tx.query(sql, values);
      throw new Undone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  return rows;
}

export const writingBugs: Bug[] = [
  {
    name: 'a message is acknowledged before it is committed, and the commit fails',
    expected: 'lost',
    plant: async () => {
      const fails = every(6);
      return replace(
        Database,
        'prepared',
        (real) =>
          function (name: string, sql: string, values: unknown[]) {
            return name === 'send_messages' && fails() ? undone(this, sql, values) : real.call(this, name, sql, values);
          },
      );
    },
  },
  {
    name: 'events are told before the commit, and the commit fails',
    expected: 'phantom',
    plant: async () => {
      const fails = every(6);
      let rows: object[] = [];
      const putBack = replace(
        Database,
        'prepared',
        (real) =>
          async function (name: string, sql: string, values: unknown[]) {
            if (name !== 'send_messages' || !fails()) return real.call(this, name, sql, values);
            rows = await undone(this, sql, values);
            throw Object.assign(new Error('The connection broke.'), { code: '08006' });
          },
      );
      const putBackToo = replace(
        SendingService,
        'flush',
        (real) =>
          async function (batch: unknown[], patient: boolean) {
            const busy = await real.call(this, batch, patient);
            const told = rows;
            rows = [];
            if (told.length > 0) await this.tell(told, batch);
            return busy;
          },
      );
      return () => [putBack(), putBackToo()];
    },
  },
  {
    name: 'a clientId is not looked up and not unique',
    expected: 'duplicate',
    plant: async (cast) => {
      const { world } = cast;
      await world.sql('alter table messages drop constraint messages_author_id_client_id_key');
      const putBack = await rewrite(cast, [['m.client_id = d."clientId"', 'false']]);
      return async () => {
        await putBack();
        await world.sql(`update messages m set client_id = gen_random_uuid() where exists (
          select from messages o where o.author_id = m.author_id and o.client_id = m.client_id and o.seq < m.seq)`);
        await world.sql('alter table messages add unique (author_id, client_id)');
      };
    },
  },
  {
    name: 'a client tries again under a new clientId',
    expected: 'duplicate',
    plant: async ({ phone }) => {
      const tried = new Set<string>();
      const call = phone.hub.call as (name: string, input: { clientId?: string }) => Promise<unknown>;
      const again = (name: string, input: { clientId?: string }) => {
        const { clientId = '' } = input;
        if (name !== 'message.send' || !tried.has(clientId)) {
          tried.add(clientId);
          return call(name, input);
        }
        return call(name, { ...input, clientId: uuidv7() });
      };
      Object.assign(phone.hub, { call: again as Hub['call'] });
      return () => undefined;
    },
  },
  {
    name: 'membership is looked up before the lock and not under it',
    expected: 'trespass',
    plant: async (cast) => {
      const putBack = await rewrite(cast, [['or not draft.is_in', '']]);
      const putBackToo = replace(
        SendingService,
        'send',
        (real) =>
          async function (actor: object, input: { channelId: string }) {
            await this.channels.readable(actor, input.channelId);
            return real.call(this, actor, input);
          },
      );
      return () => [putBackToo(), putBack()];
    },
  },
  {
    name: 'a message is stored and its sender is told that it was refused',
    expected: 'phantom',
    plant: async () => {
      const fails = every(9);
      return replace(
        SendingService,
        'send',
        (real) =>
          async function (...args) {
            const sent = await real.apply(this, args);
            if (fails()) throw new Failure('FORBIDDEN', 'Not here.');
            return sent;
          },
      );
    },
  },
  {
    name: 'a reaction is turned over instead of set',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'react',
        (real) =>
          async function (actor: { personId: string }, input: { messageId: string; reaction: string }) {
            const there = await (this.database as Database).query(
              'select from reactions where message_id = $1 and person_id = $2 and reaction = $3',
              [input.messageId, actor.personId, input.reaction],
            );
            return real.call(this, actor, { ...input, on: there.length === 0 });
          },
      ),
  },
  {
    name: 'the last edit wins whatever it was made on',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'edit',
        (real) =>
          async function edit(actor: object, input: { messageId: string }, tries = 5): Promise<unknown> {
            const { version } = await this.messages.byId(input.messageId);
            try {
              return await real.call(this, actor, { ...input, baseVersion: version });
            } catch (error) {
              if (tries === 0 || !(error instanceof Failure) || error.code !== 'CONFLICT') throw error;
              return edit.call(this, actor, input, tries - 1);
            }
          },
      ),
  },
  {
    name: 'an edit brings back what was removed',
    expected: 'fold',
    plant: async () =>
      replace(
        RevisingService,
        'edit',
        (real) =>
          async function (actor: object, input: { messageId: string }) {
            await (this.database as Database).query(
              `update messages set removed_at = null, removed_by = null, body = 'back' where id = $1 and removed_at is not null`,
              [input.messageId],
            );
            return real.call(this, actor, input);
          },
      ),
  },
];
