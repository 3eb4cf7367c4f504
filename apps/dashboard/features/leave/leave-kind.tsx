import classes from './leave.module.css';

interface LeaveKindProps {
  readonly type: { readonly name: string; readonly colour?: string | null };
}

/** The name of a kind of leave with its colour, which only helps. */
export function LeaveKind({ type: { name, colour } }: LeaveKindProps) {
  return (
    <span className={classes.kind}>
      <span className={classes.dot} style={colour ? { background: colour } : undefined} aria-hidden="true" />
      <bdi>{name}</bdi>
    </span>
  );
}
