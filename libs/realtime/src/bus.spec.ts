import { expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { PostgresBus } from './bus.js';

const nobody = () => undefined;

it('a bus comes back to a Postgres that was away, and not once it is closed', async () => {
  const asked: string[] = [];
  const server = createServer((socket) =>
    socket.once('data', (data) => {
      asked.push(/user\0(\w+)/.exec(data.toString('latin1'))?.[1] ?? '');
      server.emit('asked');
      socket.destroy();
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const busOf = (user: string) => new PostgresBus({ host: '127.0.0.1', port, user });
  const [closed, open] = [busOf('closed'), busOf('open')];
  // Whichever lost it first would come back first.
  await closed.subscribe(nobody, nobody);
  await open.subscribe(nobody, nobody);
  await closed.close();
  await once(server, 'asked');
  await open.close();
  server.close();
  expect(asked).toEqual(['closed', 'open', 'open']);
});
