/** Bare socket.io, the baseline of all ratios: what an afternoon gives. Nothing is stored, nobody is checked. */
import { listen } from './listen.mjs';

export const wire = { path: '/socket.io/?EIO=4&transport=websocket', engine: true, session: false };
export const options = { transports: ['websocket'], perMessageDeflate: false, serveClient: false };

export const bareSocketIo = {
  name: 'socketio',
  says: 'bare socket.io, io.to(room).emit per message, stores nothing',
  nodes: 1,
  database: 'none',
  wire,
  async start() {
    const { Server } = await import('socket.io');
    const heads = new Map();
    const { server, port } = await listen();
    const io = new Server(server, options);
    io.on('connection', (socket) => {
      socket.on('join', (ids, answer) => {
        void socket.join(ids);
        answer({ ok: true, data: {} });
      });
      socket.on('message.send', (input, answer) => {
        const seq = (heads.get(input.channelId) ?? 0) + 1;
        heads.set(input.channelId, seq);
        io.to(input.channelId).emit('message', { ...input, seq, sentAt: new Date() });
        answer({ ok: true, data: { seq } });
      });
    });
    return port;
  },
};
