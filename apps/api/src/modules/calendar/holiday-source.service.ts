import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import { type HolidayPlace, holidayPlaces, type KnownHoliday, knownHolidays } from './known-holidays.js';

/** A BCP 47 tag such as `en`, `de-AT`, `ar-u-nu-latn`; its first part is the language. */
const LANGUAGE = /^([a-z]{2,3})(-[A-Za-z0-9]{1,8})*$/;
/** Dates that go by the moon are only computed for about a century. */
const YEARS = { first: 2000, last: 2075 } as const;

export interface KnownHolidaysRequest {
  readonly place: string;
  readonly year: number;
  readonly language: string;
  readonly withBankHolidays: boolean;
}

/** Holidays as a list to choose from; nothing of it holds before it is imported. */
export class HolidaySourceService {
  /** @throws DomainError BAD_USER_INPUT for something that is no language */
  async places(actor: Actor, language: string): Promise<readonly HolidayPlace[]> {
    authorise(actor, 'employees:write');
    return holidayPlaces(this.languageOf(language));
  }

  /** @throws DomainError BAD_USER_INPUT naming the field: an unknown place, a year that cannot be computed */
  async known(
    actor: Actor,
    { place, year, language, withBankHolidays }: KnownHolidaysRequest,
  ): Promise<readonly KnownHoliday[]> {
    authorise(actor, 'employees:write');
    if (year < YEARS.first || year > YEARS.last)
      throw badInput('year', `This must be a year from ${YEARS.first} to ${YEARS.last}.`, YEARS);
    const found = await knownHolidays(place, year, this.languageOf(language), withBankHolidays);
    if (found === null) throw badInput('place', 'No holidays are known of this place.');
    return found;
  }

  private languageOf(language: string): string {
    const code = LANGUAGE.exec(language)?.[1];
    if (code === undefined) throw badInput('language', 'This must be a language such as en or de.');
    return code;
  }
}
