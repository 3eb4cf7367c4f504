import { build } from 'rolldown';

const withoutMemory = {
  name: 'without-memory',
  resolveId: (source) => (source.endsWith('/memo.js') ? `${import.meta.dirname}/memo-that-forgets.mjs` : null),
};

/** One file of all named cases with the rules they test; runs in Stryker's sandbox after the mutants were put in. */
await build({
  input: 'src/testing/all-named-cases.ts',
  platform: 'node',
  resolve: { alias: { vitest: `${import.meta.dirname}/vitest-for-mocha.mjs` } },
  external: [/^(?!\.|\/|@rollcall\/|vitest)/],
  plugins: [withoutMemory],
  output: { file: 'mutation-build/cases.mjs', format: 'es', codeSplitting: false },
});
