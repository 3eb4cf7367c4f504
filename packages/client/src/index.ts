export type { Document } from './document.js';
export { type ClientErrorCode, RollcallError } from './errors.js';
export * from './gql/graphql.js';
export type { Repeat, RetryOptions } from './retry.js';
export * from './rollcall-client.js';
export type { FileToUpload } from './upload.js';
