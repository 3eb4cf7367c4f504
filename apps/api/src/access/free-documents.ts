import { DomainError, type Role } from '@rollcall/contracts';
import type { Actor } from './actor.js';

/** Who may send documents of their own from a browser, in the explorer. */
export const EXPLORER_ROLES: readonly Role[] = ['OWNER', 'HR_ADMIN'];
/** A page of another origin cannot set it, and the dashboard's own pages never do. */
export const EXPLORER_HEADER = 'x-rollcall-explorer';

export interface DocumentRules {
  /** `known`: whoever is signed in sends the dashboard's documents only; `any`: also others. */
  readonly sessionDocuments: 'known' | 'any';
  readonly isExplorerOn: boolean;
  readonly isKnown: (text: unknown) => boolean;
}

type Who = Pick<Actor, 'kind' | 'roles'> | null;

export const mayExplore = (actor: Who, { isExplorerOn }: Pick<DocumentRules, 'isExplorerOn'>): boolean =>
  isExplorerOn && actor?.kind === 'USER' && EXPLORER_ROLES.some((role) => actor.roles.includes(role));

/**
 * Keys and devices send what they like, and so does nobody in particular: they have no session that a page could misuse.
 *
 * @throws DomainError DOCUMENT_UNKNOWN
 */
export function checkDocument(text: unknown, actor: Who, rules: DocumentRules, isFromExplorer: boolean = false): void {
  if (rules.sessionDocuments === 'any' || actor?.kind !== 'USER' || rules.isKnown(text)) return;
  if (isFromExplorer && mayExplore(actor, rules)) return;
  throw new DomainError('DOCUMENT_UNKNOWN');
}
