/** Bare `ws`: the frame of a message is made once and written to everybody in the room. The floor of any chat in Node. */
import { listen } from './listen.mjs';

export const bareWs = {
  name: 'ws',
  says: 'bare ws, a broadcast per message, stores nothing',
  nodes: 1,
  database: 'none',
  wire: { path: '/', engine: false, session: false },
  async start() {
    const { WebSocketServer } = await import('ws');
    const rooms = new Map();
    const { server, port } = await listen();
    const sockets = new WebSocketServer({ server, perMessageDeflate: false });
    sockets.on('connection', (socket) => {
      let joined = [];
      const answers = {
        join: (ids) => {
          joined = ids.map((id) => roomOf(rooms, id));
          for (const { members } of joined) members.add(socket);
          return {};
        },
        'message.send': (input) => {
          const room = roomOf(rooms, input.channelId);
          const message = { ...input, seq: ++room.seq, sentAt: new Date() };
          const frame = Buffer.from(`42${JSON.stringify(['message', message])}`);
          for (const member of room.members) member.send(frame, { binary: false });
          return { seq: message.seq };
        },
      };
      socket.on('message', (data) => {
        const text = data.subarray(2).toString();
        const cut = text.indexOf('[');
        const [name, input] = JSON.parse(text.slice(cut));
        socket.send(`43${text.slice(0, cut)}${JSON.stringify([{ ok: true, data: answers[name](input) }])}`);
      });
      socket.on('close', () => joined.forEach(({ members }) => members.delete(socket)));
    });
    return port;
  },
};

function roomOf(rooms, id) {
  const room = rooms.get(id) ?? { members: new Set(), seq: 0 };
  rooms.set(id, room);
  return room;
}
