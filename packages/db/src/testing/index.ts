export * from './open-test-database.js';
export { startTestMongo, type TestMongo } from './start-test-mongo.js';
export * from './test-entities.js';
