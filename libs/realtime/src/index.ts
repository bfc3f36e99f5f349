export * from './bus.js';
export * from './handshake.js';
export * from './live.js';
