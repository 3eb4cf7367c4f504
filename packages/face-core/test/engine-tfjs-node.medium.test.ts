import { testEngine } from './engine-conformance.js';

testEngine('tfjs-node');
