export * from './hub.js';
export * from './least.js';
export * from './mail-server.js';
export * from './people.js';
export * from './until.js';
