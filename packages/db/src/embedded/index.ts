export { EmbeddedMongoError } from './embedded-mongo.error.js';
export {
  type EmbeddedMongo,
  type EmbeddedMongoOptions,
  findRunningMongo,
  startEmbeddedMongo,
} from './start-embedded-mongo.js';
