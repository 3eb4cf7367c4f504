import classes from './key.module.css';

/** A key as it is printed on keyboards. */
export function Key({ name }: { readonly name: string }) {
  return (
    <kbd className={classes.key} dir="ltr">
      {name}
    </kbd>
  );
}
