export * from './calendar.js';
export * from './day-record.js';
export * from './events.js';
export * from './input.js';
export * from './policy.js';
export * from './primitives.js';
export * from './schedule.js';
