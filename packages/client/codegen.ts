import type { CodegenConfig } from '@graphql-codegen/cli';

// Documents become texts that know their types: the client sends them as they are and needs no parser.
const config: CodegenConfig = {
  schema: '../../apps/api/schema.graphql',
  documents: ['operations/*.graphql'],
  emitLegacyCommonJSImports: false,
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        defaultScalarType: 'unknown',
        scalars: { ID: 'string', DateTime: 'string', LocalDate: 'string', JSONObject: 'Record<string, unknown>' },
      },
    },
  },
};

export default config;
