import type { AuditLineFragment } from '../../gql/graphql';
import classes from './audit.module.css';
import { useAuditNames } from './use-audit-names';

/** Who or what it is: the name if there is one that the reader may see, and the kind. */
export function AuditPartyName({ party }: { readonly party: AuditLineFragment['actor'] }) {
  const names = useAuditNames();
  const kind = names.kind(party.kind);
  if (!party.name) return <span>{kind}</span>;
  return (
    <span className={classes.party}>
      <span dir="auto">{party.name}</span>
      <span className={classes.kind}>{kind}</span>
    </span>
  );
}
