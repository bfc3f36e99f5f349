/**
 * socket.io that stores: each message takes its sequence under the lock of the channel's row and is inserted, in one
 * statement that commits by itself; then it is told and acknowledged. What a careful afternoon gives.
 */
import pg from 'pg';
import { channelId } from '../world.mjs';
import { listen } from './listen.mjs';
import { options, wire } from './socketio.mjs';

const store = {
  name: 'store',
  text: `with head as (update channels set last_seq = last_seq + 1 where id = $1 returning last_seq)
    insert into messages (id, channel_id, seq, body) select $2, $1, last_seq, $3 from head returning seq, sent_at`,
};

export const insert = {
  name: 'insert',
  says: 'socket.io + one insert per message, the sequence under the row lock',
  nodes: 1,
  database: 'own',
  wire,
  async prepare(client, { channels }) {
    await client.query(`
      create table channels (id uuid primary key, last_seq bigint not null default 0);
      create table messages (
        id uuid primary key,
        channel_id uuid not null references channels,
        seq bigint not null,
        body text not null,
        sent_at timestamptz not null default now(),
        unique (channel_id, seq)
      )`);
    const ids = Array.from({ length: channels }, (_, channel) => channelId(channel));
    await client.query('insert into channels (id) select unnest($1::uuid[])', [ids]);
  },
  async start(connection) {
    const { Server } = await import('socket.io');
    // Enough for two cores, and few enough for all targets together to stay within the server's connections.
    const pool = new pg.Pool({ ...connection, max: 10 });
    const { server, port } = await listen();
    const io = new Server(server, options);
    io.on('connection', (socket) => {
      socket.on('join', (ids, answer) => {
        void socket.join(ids);
        answer({ ok: true, data: {} });
      });
      socket.on('message.send', async (input, answer) => {
        const { rows } = await pool.query({ ...store, values: [input.channelId, input.clientId, input.body] });
        const seq = Number(rows[0].seq);
        io.to(input.channelId).emit('message', { ...input, seq, sentAt: rows[0].sent_at });
        answer({ ok: true, data: { seq } });
      });
    });
    return port;
  },
};
