import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { AccessRule } from '../access/access-rule.js';
import { GUIDES } from './guides.js';
import { html, Markup } from './markup.js';
import { SCRIPT, STYLE } from './page-assets.js';
import { type Operation, operationSection, operationsOf, typeSection, typesOf } from './reference.js';

type Rules = Readonly<Record<string, AccessRule>>;

const KINDS = { query: 'Queries', mutation: 'Mutations', subscription: 'Subscriptions' } as const;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but the page's own style and script, told by their hashes. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  `script-src ${hashOf(SCRIPT)}`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const listOf = (title: string, names: readonly string[], prefix = ''): Markup => {
  const items = names.map(
    (name) => html`<li data-of="${prefix}${name}"><a href="#${prefix}${name}"><code>${name}</code></a></li>`,
  );
  return html`<h2>${title}</h2><ul>${items}</ul>`;
};

/** The whole reference of a schema as one page of HTML, without anything from elsewhere. */
export function docsPage(schema: GraphQLSchema, rules: Rules): string {
  const operations = operationsOf(schema, rules);
  const types = typesOf(schema);
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({
    title: KINDS[kind],
    operations: operations.filter((operation) => operation.kind === kind),
  }));
  const names = (some: readonly Operation[]): string[] => some.map(({ field }) => field.name);
  const typeNames = types.map(({ name }) => name);
  const guideLinks = GUIDES.map(({ id, title }) => html`<li data-of="${id}"><a href="#${id}">${title}</a></li>`);
  const guides = GUIDES.map(
    ({ id, title, body }) =>
      html`<section id="${id}" data-find="${title} ${body.text.replace(/<[^>]*>/g, ' ')}"><h3>${title}</h3>${body}</section>`,
  );
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rollcall API</title><style>${new Markup(STYLE)}</style></head>
<body><div class="page">
<nav aria-label="Contents"><label for="search">Search</label><input id="search" type="search" autocomplete="off">
<p id="found" role="status"></p>
<h2>Guides</h2><ul>${guideLinks}</ul>
${kinds.map((kind) => listOf(kind.title, names(kind.operations)))}
${listOf('Types', typeNames, 'type-')}</nav>
<main><h1>Rollcall API</h1>
<p>Every operation with its arguments, its answer, who may use it and what it costs, made from the schema of this server.</p>
<div class="group"><h2>Guides</h2>${guides}</div>
${kinds.map((kind) => html`<div class="group"><h2>${kind.title}</h2>${kind.operations.map(operationSection)}</div>`)}
<div class="group"><h2>Types</h2>${types.map(typeSection)}</div>
</main></div><script>${new Markup(SCRIPT)}</script></body></html>
`;
  return page.text;
}

/** Serves a page that is written once, at the start. */
export function sendDocs(page: string): RequestHandler {
  return (_request, response) => {
    response.setHeader('content-security-policy', POLICY);
    response.type('html').send(page);
  };
}
