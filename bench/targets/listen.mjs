/** An HTTP server on a free port of this machine. */
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function listen(answer) {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: server.address().port };
}
