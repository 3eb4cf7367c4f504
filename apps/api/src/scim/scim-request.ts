import { LIMITS } from '@rollcall/contracts';
import express, { type Request, type RequestHandler } from 'express';
import { invalidValue, ScimError } from './scim-error.js';
import { ENTERPRISE_SCHEMA, SCIM_MEDIA_TYPE, USER_SCHEMA } from './scim-names.js';
import type { Projection } from './scim-resource.js';

/** A person takes some 2 KB; nothing larger is read. */
const MAX_BODY_BYTES = 256 * 1024;
const MEDIA_TYPES = [SCIM_MEDIA_TYPE, 'application/json'];

/** Reads the JSON body. Must run after it is known who asks. */
export function readScimBody(): RequestHandler {
  const read = express.json({ limit: MAX_BODY_BYTES, strict: true, type: MEDIA_TYPES });
  return (request, response, next) => {
    if (request.is(MEDIA_TYPES)) read(request, response, next);
    else next(new ScimError(415, null, `The body must be ${SCIM_MEDIA_TYPE} or application/json.`));
  };
}

/** One value of the query; undefined: not given. @throws ScimError invalidValue if it is given twice or as an object */
export function queryText({ query }: Request, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalidValue(name, 'Give this once, as a text.');
}

/** Which part of a list, of RFC 7644, 3.4.2.4: what is too small counts as the smallest. @throws ScimError invalidValue */
export function partOf(request: Request): { readonly startIndex: number; readonly limit: number } {
  const startIndex = Math.max(1, wholeNumber(request, 'startIndex', 1));
  const limit = Math.min(LIMITS.maxPageSize, Math.max(0, wholeNumber(request, 'count', LIMITS.maxPageSize)));
  return { startIndex, limit };
}

function wholeNumber(request: Request, name: string, usual: number): number {
  const text = queryText(request, name);
  if (text === undefined) return usual;
  if (!/^-?\d{1,9}$/.test(text)) throw invalidValue(name, 'This must be a whole number.');
  return Number(text);
}

/** @throws ScimError invalidValue */
export function projectionOf(request: Request): Projection {
  const wanted = queryText(request, 'attributes');
  return {
    attributes: wanted === undefined ? null : topLevel(wanted),
    excluded: topLevel(queryText(request, 'excludedAttributes') ?? ''),
  };
}

function topLevel(list: string): ReadonlySet<string> {
  const [user, enterprise] = [USER_SCHEMA.toLowerCase(), ENTERPRISE_SCHEMA.toLowerCase()];
  const names = list
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return new Set(
    names.filter(Boolean).map((name) => {
      if (name.startsWith(enterprise)) return enterprise;
      const attribute = name.startsWith(`${user}:`) ? name.slice(user.length + 1) : name;
      return attribute.split('.')[0] ?? attribute;
    }),
  );
}

/**
 * The versions of If-Match; null: none given, or any. What is no tag of ours matches nothing.
 */
export function wantedVersions({ headers }: Request): readonly number[] | null {
  const given = headers['if-match'];
  if (given === undefined || given.trim() === '*') return null;
  return versionsIn(given);
}

/** Whether the caller has this version already, by If-None-Match. */
export function isKnownVersion({ headers }: Request, version: number): boolean {
  const given = headers['if-none-match'];
  return given !== undefined && (given.trim() === '*' || versionsIn(given).includes(version));
}

const versionsIn = (tags: string): readonly number[] =>
  tags.split(',').flatMap((tag) => {
    const [, version] = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(tag) ?? [];
    return version === undefined ? [] : [Number(version)];
  });
