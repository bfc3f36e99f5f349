/** Leaves out of socket.io the ways to connect that the hub's client never takes: it opens a WebSocket or nothing. */
import type { Plugin } from 'vite';

const unused = /engine\.io-client\/build\/esm\/transports\/(polling-fetch|polling-xhr|webtransport)\.js$/;

export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    enforce: 'pre',
    load: (id) => (unused.test(id) ? 'export class Fetch {} export class XHR {} export class WT {}' : undefined),
  };
}
