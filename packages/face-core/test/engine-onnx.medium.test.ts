import { testEngine } from './engine-conformance.js';

testEngine('onnx');
