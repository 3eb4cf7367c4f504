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
          <Link href={href} className={classes.name} dir="auto">
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
