import { type Catalogue, fillFrom } from './catalogue';
import type { OfferedLanguage } from './locales';
import english from './messages/en.json';
import { pseudoCatalogue } from './pseudo';

/** All texts in a language; English ones where it has none. */
export async function loadCatalogue(code: OfferedLanguage['code']): Promise<typeof english> {
  if (code === 'en') return english;
  if (code === 'qps') return pseudoCatalogue(english);
  const { default: messages }: { default: Catalogue } = await import(`./messages/${code}.json`);
  return fillFrom(english, messages);
}
