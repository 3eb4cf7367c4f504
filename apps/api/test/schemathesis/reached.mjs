import { parse } from 'graphql';

const MAX_REASONS = 4;
const MAX_LETTERS = 200;

/** An operation is reached when it answered with data. "Forbidden", "not found" and null are answers, but reach nothing. */
export class Reached {
  /** @type {Map<string, { calls: number, madeBy: Map<string, number>, codes: Map<string, number>, refusals: Set<string> }>} */
  #operations;
  serverErrors = [];

  /** @param {import('graphql').GraphQLSchema} schema whose queries and mutations are counted */
  constructor(schema) {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.keys(type.getFields()));
    this.#operations = new Map(
      fields.map((name) => [name, { calls: 0, madeBy: new Map(), codes: new Map(), refusals: new Set() }]),
    );
  }

  /** One request with its answer, as they went over the wire. */
  add({ madeBy, body, status, answer }) {
    const { data, errors = [] } = readJson(answer) ?? {};
    const codes = errors.map(({ extensions }) => extensions?.code ?? 'NO_CODE');
    const isFault = codes.some(
      (code) => code === 'INTERNAL_SERVER_ERROR' || code === 'MODEL_INTEGRITY' || code === 'NO_CODE',
    );
    if (status >= 500 || isFault)
      this.serverErrors.push({ status, codes, body: shorten(body), answer: answer.slice(0, 600) });
    for (const { name, key } of operationsOf(readJson(body)?.query)) {
      const operation = this.#operations.get(name);
      if (operation === undefined) continue;
      operation.calls += 1;
      const own = errors.filter(({ path }) => path === undefined || path[0] === key);
      for (const { extensions } of own) countUp(operation.codes, extensions?.code ?? 'NO_CODE');
      if (madeBy === 'filled') for (const error of own) operation.refusals.add(reasonOf(error));
      if (own.length === 0 && data?.[key] != null) countUp(operation.madeBy, madeBy);
    }
  }

  /** @param {readonly string[]} makers whose requests count @returns {string[]} */
  reachedBy(makers) {
    return [...this.#operations]
      .filter(([, { madeBy }]) => makers.some((maker) => madeBy.has(maker)))
      .map(([name]) => name);
  }

  get total() {
    return this.#operations.size;
  }

  /** Why the filled requests got no data, for each operation that schemathesis never got any from. @returns {string[]} */
  whyNot(makers) {
    const got = new Set(this.reachedBy(makers));
    return [...this.#operations]
      .filter(([name]) => !got.has(name))
      .map(([name, { refusals }]) => `${name}: ${[...refusals].slice(0, MAX_REASONS).join('; ') || 'nothing filled'}`);
  }

  /** A line for each operation. @param {readonly string[]} makers the columns @returns {string[]} */
  table(makers) {
    const row = (name, cells) => [name.padEnd(26), ...cells.map((cell) => String(cell).padStart(12))].join(' ');
    const lines = [...this.#operations].map(([name, { calls, madeBy, codes }]) => {
      const why = [...codes].map(([code, count]) => `${code} ${count}`).join(', ');
      return `${row(name, [calls, ...makers.map((maker) => madeBy.get(maker) ?? 0)])}  ${why}`;
    });
    return [`${row('with data, made by', ['calls', ...makers])}  errors`, ...lines];
  }
}

const countUp = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

const reasonOf = ({ message, extensions }) =>
  `${extensions?.code} ${JSON.stringify(extensions?.details ?? message)}`.slice(0, MAX_LETTERS);

/** Photos travel in the text. */
const shorten = (text) => text.replace(/[A-Za-z0-9+/=]{200,}/g, '…').slice(0, 1_500);

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The fields a request asks for at the top, each under the key of its answer; none if it cannot be read. */
function operationsOf(query) {
  try {
    const { definitions } = parse(query, { noLocation: true });
    return definitions
      .filter(({ kind }) => kind === 'OperationDefinition')
      .flatMap(({ selectionSet }) => selectionSet.selections)
      .filter(({ kind }) => kind === 'Field')
      .map(({ name, alias }) => ({ name: name.value, key: alias?.value ?? name.value }));
  } catch {
    return [];
  }
}
