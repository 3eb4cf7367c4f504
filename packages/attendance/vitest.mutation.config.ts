import { defineConfig } from 'vitest/config';

// For mutation testing: the named cases only. Random inputs would find more mutants, but ten thousand of them for each
// mutant take hours; what they guard is also guarded by a named case.
export default defineConfig({
  test: { include: ['src/testing/all-named-cases.ts'], pool: 'forks' },
});
