'use client';

import type { ShareFragment } from '../../gql/graphql';
import classes from './recognition.module.css';
import { useShareText } from './use-share-text';

/** A rate, never without its counts and the interval. */
export function Share({ share }: { readonly share: ShareFragment }) {
  const { rate, counts } = useShareText()(share);
  return (
    <span className={classes.share}>
      {rate !== null && <span className={classes.rate}>{rate}</span>}
      <span className={classes.counts}>{counts}</span>
    </span>
  );
}
