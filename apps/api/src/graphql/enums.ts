/** The enums that several modules share. */
export * from './attendance-enums.js';
export * from './day-enums.js';
export * from './face-enums.js';
export * from './outcome-enums.js';
export * from './people-enums.js';
export * from './place-enums.js';
