export * from './browser-outbox.js';
export * from './call.js';
export * from './hub.js';
export * from './outbox.js';
export * from './reduce.js';
export { reduceReadings, type Reader } from './topics.js';
