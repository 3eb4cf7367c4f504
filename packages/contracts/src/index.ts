export * from './access.js';
export * from './assert-never.js';
export * from './attendance.js';
export * from './errors.js';
export * from './limits.js';
export * from './organisation.js';
export * from './outcomes.js';
export * from './webhooks.js';
