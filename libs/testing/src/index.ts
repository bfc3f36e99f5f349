export * from './hub.js';
export * from './people.js';
export * from './until.js';
