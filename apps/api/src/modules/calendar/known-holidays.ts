import type { DayPortion } from '@rollcall/contracts';
import { addDays } from '../../local-dates/date-range.js';

/** A country, or a part of one. */
export interface HolidayPlace {
  /** ISO 3166, with parts as in `DE-BY` and `US-CA-LA`. */
  readonly code: string;
  readonly name: string;
  /** What it is a part of; null: it is a country. */
  readonly parentCode: string | null;
}

export interface KnownHoliday {
  readonly date: string;
  readonly name: string;
  readonly portion: DayPortion;
}

/** What whoever shows the holidays has to say; asked for by the licence of the data. */
export const HOLIDAY_SOURCE = 'date-holidays (github.com/commenthol/date-holidays), CC BY-SA 3.0';

const MS_PER_DAY = 86_400_000;

/** The library reads ten megabytes when it is loaded, so it is not before somebody asks. */
const library = async () => (await import('date-holidays')).default;

/** All places that are known, parts after what they are a part of. Parts that are not translated are named as their country does. */
export async function holidayPlaces(language: string): Promise<readonly HolidayPlace[]> {
  const Holidays = await library();
  const source = new Holidays();
  const listed = (names: Names | undefined, parentCode: string | null): readonly HolidayPlace[] =>
    Object.entries(names ?? {}).map(([part, name]) => {
      const code = part.toUpperCase();
      return { code: parentCode === null ? code : `${parentCode}-${code}`, name, parentCode };
    });
  // The library names countries in few languages; the runtime knows them in all.
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  return listed(source.getCountries(language), null).flatMap((country) => [
    { ...country, name: regions.of(country.code) ?? country.name },
    ...listed(source.getStates(country.code, language), country.code).flatMap((state) => {
      const [, part = ''] = state.code.split('-');
      return [state, ...listed(source.getRegions(country.code, part, language), state.code)];
    }),
  ]);
}

type Names = Readonly<Record<string, string>>;

/**
 * The holidays of a place in a year, by date. One of several days is several; one that begins at noon is the second half.
 *
 * @returns null if the place is not known
 */
export async function knownHolidays(
  place: string,
  year: number,
  language: string,
  withBankHolidays: boolean,
): Promise<readonly KnownHoliday[] | null> {
  const Holidays = await library();
  if (!(await holidayPlaces('en')).some(({ code }) => code === place)) return null;
  const [country = '', state = '', region = ''] = place.split('-');
  const wanted = withBankHolidays ? ['public', 'bank'] : ['public'];
  return new Holidays(country, state, region)
    .getHolidays(year, language)
    .filter(({ type }) => wanted.includes(type))
    .flatMap(({ date, start, end, name }) => {
      const first = date.slice(0, 10);
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / MS_PER_DAY));
      const portion: DayPortion = date.slice(11, 13) >= '12' ? 'SECOND_HALF' : 'FULL';
      return Array.from({ length: days }, (_, day) => ({ date: addDays(first, day), name, portion }));
    })
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => a.date.localeCompare(b.date));
}
