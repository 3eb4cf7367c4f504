export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the answer has the shape the test asked for
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string; readonly details?: unknown };
  }[];
  readonly text: string;
}

/** Who a request comes from: nothing, a session cookie or an API key. */
export type Credentials = Readonly<Record<string, string>>;

export const NOBODY: Credentials = {};
export const bearer = (key: string): Credentials => ({ authorization: `Bearer ${key}` });

/** Speaks to the API as a foreign program would, and keeps every answer it got. */
export class GraphQLTestClient {
  /** Everything that left the API in this test file. */
  readonly answers: string[] = [];

  constructor(
    readonly url: string,
    readonly origin: string,
  ) {}

  async send(body: unknown, headers: Credentials = NOBODY): Promise<GraphQLAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    this.answers.push(text);
    const { data, errors } = JSON.parse(text);
    return { status: response.status, headers: response.headers, data, errors, text };
  }

  ask(query: string, input: unknown, credentials: Credentials = NOBODY): Promise<GraphQLAnswer> {
    return this.send({ query, variables: { input } }, credentials);
  }

  async auth(path: string, body: unknown, headers: Credentials = NOBODY): Promise<Response> {
    const response = await fetch(`${this.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin, ...headers },
      body: JSON.stringify(body),
    });
    this.answers.push(await response.clone().text());
    return response;
  }

  async signIn(email: string, password: string): Promise<Credentials> {
    const response = await this.auth('sign-in/email', { email, password });
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`);
    return { cookie: cookieOf(response) };
  }
}

export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The code of the only error; a text that matches no code otherwise. */
export function codeOf(answer: GraphQLAnswer): string {
  if (answer.errors?.length !== 1) return `${answer.errors?.length ?? 0} errors: ${answer.text.slice(0, 300)}`;
  return answer.errors[0]?.extensions.code ?? 'none';
}
