import { expect, type Page } from '@playwright/test';
import { query } from '../server/graphql.js';

/** LIMITS.maxPageSize: how many people one request may enter. */
const AT_ONCE = 100;
const FIRST_NUMBER = 10_000;
const GIVEN = ['Amira', 'Björn', 'Chandra', 'Dorothea', 'Emeka', 'Fatima', 'Goran', 'Hanna', 'Ibrahim', 'Jolanta'];
const FAMILY = [
  'Achterberg',
  'Brandt',
  'Castellano',
  'Dimitrov',
  'Eriksen',
  'Fontaine',
  'Gutiérrez',
  'Haddad',
  'Ivanova',
];

export interface Entered {
  readonly number: string;
  readonly name: string;
}

/** The person with that place in the list: the names repeat, the numbers do not. */
export function personAt(at: number): Entered {
  const given = GIVEN[at % GIVEN.length];
  const family = FAMILY[Math.floor(at / GIVEN.length) % FAMILY.length];
  return { number: String(FIRST_NUMBER + at), name: `${given} ${family}` };
}

/** Enters so many people as another system does, through the API; every fifth belongs to the second site. */
export async function enterPeople(page: Page, count: number, [first, second]: readonly string[]): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => from + at);
    const employees = numbers.map((at) => ({ ...personAt(at), siteId: isOfSecondSite(at) ? second : first }));
    const input = { employees, idempotencyKey: `people-from-${from}` };
    const { upsertEmployees } = await query<{ upsertEmployees: { results: { code: string | null }[] } }>(
      page,
      'mutation ($input: UpsertEmployeesInput!) { upsertEmployees(input: $input) { results { code } } }',
      { input },
    );
    expect(upsertEmployees.results.filter(({ code }) => code !== null)).toEqual([]);
  }
}

export const isOfSecondSite = (at: number): boolean => at % 5 === 4;
