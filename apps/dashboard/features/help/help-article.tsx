import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Surface } from '../../components/ui/surface';
import { NAV_GROUPS } from '../shell/nav-items';
import classes from './help.module.css';
import { HELP_LINKS } from './help-topics';
import { KeyList } from './key-list';
import type { HelpEntry } from './use-help-entries';

interface HelpArticleProps {
  readonly entry: HelpEntry;
  readonly scopes: readonly string[];
}

/** One topic, with the way to where it is done for those who may. */
export function HelpArticle({ entry: { topic, title, text, rows }, scopes }: HelpArticleProps) {
  const t = useTranslations('nav');
  const links = (HELP_LINKS[topic] ?? []).filter(({ href }) => isOffered(href, scopes));
  return (
    <div id={topic} className={classes.article}>
      <Surface title={title} titleId={`${topic}-title`}>
        <p className={classes.text}>{text}</p>
        {rows.length > 0 && (
          <dl className={classes.rows}>
            {rows.map((row) => (
              <div key={row.term} className={classes.row}>
                <dt>{row.term}</dt>
                <dd>{row.text}</dd>
              </div>
            ))}
          </dl>
        )}
        {topic === 'keys' && <KeyList />}
        {links.length > 0 && (
          <p className={classes.links}>
            {links.map(({ href, label }) => (
              <Link key={href} href={href} prefetch={false}>
                {t(label)}
              </Link>
            ))}
          </p>
        )}
      </Surface>
    </div>
  );
}

function isOffered(href: string, scopes: readonly string[]): boolean {
  const page = NAV_GROUPS.flatMap(({ items }) => items).find((item) => item.href === href.split('?')[0]);
  return page !== undefined && (page.scope === null || scopes.includes(page.scope));
}
