import type { CodegenConfig } from '@graphql-codegen/cli';

// Operations live in `features/**/*.graphql` and are imported one by one from `gql/graphql`, so a page loads only its own.
const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['features/**/*.graphql'],
  generates: {
    'gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: 'unknown',
        scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string' },
      },
    },
  },
};

export default config;
