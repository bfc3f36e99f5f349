export * from './database.js';
export * from './embedded/embedded-postgres.js';
export * from './embedded/reach.js';
export * from './open.js';
export * from './outbox.js';
export * from './passing.js';
export * from './settings.js';
export * from './shapes.js';
