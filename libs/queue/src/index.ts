export * from './backend.js';
export * from './job.js';
export * from './relay.js';
export * from './workshop.js';
