import { TRACE_RULES, type TraceRule } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import type { DayVerdictFragment } from '../../gql/graphql';

type TraceEntry = DayVerdictFragment['trace'][number];
/** What a sentence takes: each rule of the engine has values of its own, known to its template alone. */
type Values = Record<string, string | number>;

const MINUTES_PER_HOUR = 60;
/** A space at which no line ends: "8 h 30" and "min" belong together. */
const NO_BREAK = '\u00a0';

/** The values with every number of minutes as hours and minutes, as people of the language read it. */
function withDurations(values: Values, say: (hours: number, minutes: number) => string): Values {
  const entries = Object.entries(values).map(([key, value]) =>
    /minutes$/i.test(key) && typeof value === 'number'
      ? [key, say(Math.floor(value / MINUTES_PER_HOUR), value % MINUTES_PER_HOUR).replaceAll(' ', NO_BREAK)]
      : [key, value],
  );
  return Object.fromEntries(entries);
}

/** One rule that was applied, in the language of the page; a rule this page does not know yet, in the API's English. */
export function TraceSentence({ entry: { rule, message, values } }: { readonly entry: TraceEntry }) {
  const t = useTranslations('trace');
  const tc = useTranslations('common');
  const known = TRACE_RULES.find((one): one is TraceRule => one === rule);
  if (known === undefined) return <bdi lang="en">{message}</bdi>;
  const say = t as unknown as (key: TraceRule, values: Values) => string;
  return (
    <bdi>
      {say(
        known,
        withDurations(values as Values, (hours, minutes) => tc('minutesShort', { hours, minutes })),
      )}
    </bdi>
  );
}
