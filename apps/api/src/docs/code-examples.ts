import { parse, print } from 'graphql';
import type { OperationExample } from './operation-example.js';

export interface CodeExample {
  readonly language: string;
  readonly code: string;
}

/** One request in each language. Neither query nor values hold quotes or backslashes, so they stand as they are. */
export function codeExamplesOf({ query, variables }: OperationExample): readonly CodeExample[] {
  const json = JSON.stringify(variables, null, 2);
  const text = print(parse(query));
  if (query.startsWith('subscription')) return [{ language: 'GraphQL, over a WebSocket', code: `${text}\n\n${json}` }];
  const curl = `curl -s "$ROLLCALL_URL/graphql" -H "authorization: Bearer $ROLLCALL_KEY" \\
  -H 'content-type: application/json' -d @- <<'END'
${JSON.stringify({ query, variables })}
END`;
  const typescript = `const rollcall = new RollcallClient({ url, apiKey });
const data = await rollcall.request(\`
${text}
\`, ${json});`;
  // What JSON calls true, false and null has other names in Python.
  const python = `transport = RequestsHTTPTransport(url=f"{url}/graphql", headers={"Authorization": f"Bearer {key}"})
document = gql("""
${text}
""")
variables = json.loads("""
${json}
""")
data = Client(transport=transport).execute(GraphQLRequest(document, variable_values=variables))`;
  return [
    { language: 'curl', code: curl },
    { language: 'TypeScript', code: typescript },
    { language: 'Python', code: python },
  ];
}
