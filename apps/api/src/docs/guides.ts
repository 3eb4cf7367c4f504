import { ERRORS, LIMITS } from '@rollcall/contracts';
import { QUERY_LIMITS } from '../graphql/limits.js';
import { operationLimits } from '../graphql/operation-limits.js';
import { TIME_LIMITS } from '../http/time-limits.js';
import { LIVE_LIMITS } from '../live/live-limits.js';
import { html, type Markup } from './markup.js';

export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

const authentication = html`<p>Send a key with every request: <code>Authorization: Bearer rk_…</code>. Make one while Rollcall runs:</p>
<pre tabindex="0"><code>npx rollcall api-key create --name door --scope faces:verify --pad refuse</code></pre>
<p>It is shown once. Give each program a key of its own with the scopes it needs: what each operation needs stands beside it below.
Nothing tells the difference between what is not there and what you may not see. A wrong or revoked key answers
<code>UNAUTHENTICATED</code>. <code>--pad</code> says what happens to a picture that looks like a photo of a photo: it is refused, or let through and noted.</p>
<p>Everything is a <code>POST</code> of JSON to <code>/graphql</code>: no batches, no GET. The schema is at <a href="/schema.graphql">/schema.graphql</a>.</p>`;

const idempotency = html`<p>Every mutation that records something takes an <code>idempotencyKey</code> that you choose, one for each thing you record: in its
<code>input</code>, or beside the id. Marks and <code>upsertEmployees</code> ask for one, elsewhere you may leave it out. Send the same request with
the same key as often as you like: it is done once, and the same answer comes again for 30 days, refusals too; marks add <code>replayed: true</code>.
What is named in the answer is told as it is by then, and <code>NOT_FOUND</code> if it was removed. The same key with other content answers
<code>IDEMPOTENCY_CONFLICT</code>. After an error, <code>ENGINE_BUSY</code> or a fault the key is free again. Keys of one mutation, and of one
API key or person, are no keys of another.</p>
<p>What becomes of any other mutation that is sent again stands at each: <em>Sent again</em>.</p>`;

const uploads = html`<p>Photos go into the request, in base64. Files for imports are sent on their own:</p>
<ol><li><a href="#createUpload">createUpload</a> with name, length and SHA-256 gives a <code>path</code> and an <code>uploadId</code>.</li>
<li><code>PUT</code> the bytes to that path, once. It needs no key: the path is the permission.</li>
<li>Name the <code>uploadId</code> in <a href="#importEmployees">importEmployees</a> or <a href="#importAttendance">importAttendance</a>.</li></ol>`;

const subscriptions = html`<p>Over a WebSocket at <code>/graphql</code>, in the <code>graphql-ws</code> protocol, with
<code>connectionParams: { authorization: "Bearer rk_…" }</code>. Events come in order and each at least once: take doubles out by the
<code>id</code> of the node, keep the <code>cursor</code> of what you have handled, and pass it as <code>after</code> when you come back.
<code>RESYNC_REQUIRED</code> says that it is too old: read the list, then begin without <code>after</code>.</p>`;

const webhooks = html`<p>Rollcall can call you instead: <a href="#createWebhook">createWebhook</a> with an <code>https</code> address gives a signing key, once.
Each message carries <code>rollcall-signature: t=SECONDS,v1=HEX</code>, an HMAC-SHA-256 with that key over <code>SECONDS.BODY</code>. Refuse what is older than five
minutes, and take doubles out by <code>rollcall-event-id</code>. Anything but 2xx is tried again, up to 15 times over some hours; the log is
<a href="#webhookDeliveries">webhookDeliveries</a>, and <a href="#replayDelivery">replayDelivery</a> sends once more.</p>`;

function errors(): Markup {
  const rows = Object.entries(ERRORS).map(
    ([code, { httpStatus, isRetryable, message }]) =>
      html`<tr id="error-${code}"><td><code>${code}</code></td><td>${httpStatus}</td><td>${isRetryable ? 'yes' : 'no'}</td><td>${message}</td></tr>`,
  );
  return html`<p>A refusal is an answer: <code>outcome</code> says <code>NON_MATCH</code>, <code>NO_FACE</code>, <code>LOW_QUALITY</code> … What could not be done is in
<code>errors</code>, with <code>extensions.code</code> from this table, <code>isRetryable</code> and, where it helps, <code>details</code>. Inside GraphQL the HTTP status is 200
or 400 but for 429 and 503, which come with <code>Retry-After</code>; elsewhere it is that of the table. Every answer has an <code>x-request-id</code>.</p>
<table><thead><tr><th>Code</th><th>HTTP</th><th>Retry</th><th>Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;
}

const COUNTED = {
  ADDRESS: 'address',
  ACTOR: 'person, key or device',
  KEYS: 'key',
  PEOPLE: 'person or device',
} as const;

const limits = html`<table><thead><tr><th>What</th><th>At most</th></tr></thead><tbody>
<tr><td>One request</td><td>${LIMITS.maxRequestBytes} bytes, ${QUERY_LIMITS.tokens} words of GraphQL, depth ${QUERY_LIMITS.depth}, ${QUERY_LIMITS.aliases} aliases,
${QUERY_LIMITS.directives} directives</td></tr>
<tr><td>Its cost</td><td>${QUERY_LIMITS.complexity}: one for each field, times <code>first</code> in a list; ${QUERY_LIMITS.faceOperationComplexity} for an operation with a face</td></tr>
<tr><td>A page</td><td>${LIMITS.maxPageSize}; go on with <code>pageInfo.endCursor</code> as <code>after</code></td></tr>
<tr><td>An image</td><td>${LIMITS.maxImageBytes} bytes; JPEG, PNG or WebP</td></tr>
<tr><td>Sockets of one key</td><td>${LIVE_LIMITS.socketsPerActor}, with ${LIVE_LIMITS.subscriptionsPerSocket} subscriptions each</td></tr></tbody></table>
<p>What one key may do in a minute is told with every answer: <code>RateLimit-Policy: "key";q=12000;w=60, "faces";q=9000;w=60</code> for requests and for
operations with a face, and what is left as <code>RateLimit: "key";r=11999;t=1, …</code>, with <code>t</code> the seconds until all of it is back. Beyond that the answer is
<code>RATE_LIMITED</code> with <code>Retry-After</code>.</p>
<p>Some operations have limits of their own, told the same way with the answers to them:</p>
<table><thead><tr><th>Limit</th><th>A minute</th><th>For each</th><th>Operations</th></tr></thead><tbody>${operationLimits().map(
  ({ name, perMinute, by, operations }) =>
    html`<tr><td><code>${name}</code></td><td>${perMinute}</td><td>${COUNTED[by]}</td><td>${operations.join(', ')}</td></tr>`,
)}</tbody></table>
<p>A body that does not come within ${TIME_LIMITS.bodyMs / 1000} s, or pauses for ${TIME_LIMITS.silenceMs / 1000} s, is answered 408; a file has ${TIME_LIMITS.uploadMs / 60_000} minutes, and
can be sent to the same path again. A download of which nothing is taken for ${TIME_LIMITS.unreadMs / 1000} s ends. A query has ${TIME_LIMITS.queryMs / 1000} s, a mutation ${TIME_LIMITS.mutationMs / 1000} s; then the answer is <code>TIMEOUT</code>. With
<code>isOutcomeKnown: false</code> in its details a change may have been made: look before you send it again.</p>`;

const changes = html`<p>Types, fields, arguments and enum values may be added at any time, so a program has to bear enum values it does not know. Nothing
is taken away or gets another meaning without standing in the changelog; first it is deprecated, and says here since when and what to use in its place.</p>`;

/** What holds for all operations, in the order in which one needs it. */
export const GUIDES: readonly Guide[] = [
  { id: 'authentication', title: 'Authentication', body: authentication },
  { id: 'idempotency', title: 'Idempotency', body: idempotency },
  { id: 'uploads', title: 'Uploads', body: uploads },
  { id: 'subscriptions', title: 'Subscriptions', body: subscriptions },
  { id: 'webhooks', title: 'Webhooks', body: webhooks },
  { id: 'errors', title: 'Errors', body: errors() },
  { id: 'limits', title: 'Limits', body: limits },
  { id: 'changes', title: 'Changes', body: changes },
];
