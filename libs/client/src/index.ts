export * from './call.js';
export * from './hub.js';
export * from './indexed-db.js';
export * from './outbox.js';
export * from './reduce.js';
