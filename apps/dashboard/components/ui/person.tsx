import Link from 'next/link';
import { initialsOf } from '../../lib/format/initials';
import classes from './person.module.css';

interface PersonProps {
  readonly name: string;
  readonly number?: string | undefined;
  readonly href?: string | undefined;
}

/** A person in a list: initials, name, number. */
export function Person({ name, number, href }: PersonProps) {
  return (
    <span className={classes.person}>
      <span className={classes.initials} aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className={classes.words}>
        {href ? (
          // A list would fetch as many pages as it has rows, anew after each letter of a search.
          <Link href={href} prefetch={false} className={classes.name} dir="auto">
            {name}
          </Link>
        ) : (
          <span className={classes.name} dir="auto">
            {name}
          </span>
        )}
        {number && <span className={classes.number}>{number}</span>}
      </span>
    </span>
  );
}
