import { useTranslations } from 'next-intl';

interface GreetingProps {
  readonly event: { readonly at: string; readonly timeZone: string; readonly employee: { readonly name: string } };
}

const NOON = 12;
const EVENING = 18;

/** Good morning until noon, good evening from six: by the clock of the site. */
export function Greeting({ event: { at, timeZone, employee } }: GreetingProps) {
  const t = useTranslations('kiosk');
  const options = { hour: 'numeric', hourCycle: 'h23', timeZone } as const;
  const hour = Number(new Intl.DateTimeFormat('en-GB', options).format(new Date(at)));
  const part = hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
  return t.rich(`greeting.${part}`, { name: () => <bdi>{employee.name}</bdi> });
}
