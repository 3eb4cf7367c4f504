/** A piece of HTML: made by `html` alone, so that every text in it was escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

/** Texts are escaped, pieces of HTML stay. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  const written = values.map((value) => {
    if (value instanceof Markup) return value.text;
    return typeof value === 'object' ? value.map(({ text }) => text).join('') : escaped(String(value));
  });
  return new Markup(parts.map((part, index) => part + (written[index] ?? '')).join(''));
}

/** A sentence in which `words between backticks` are code. */
export function prose(text: string): Markup {
  const pieces = text
    .split('`')
    .map((piece, index) => (index % 2 === 0 ? html`${piece}` : html`<code>${piece}</code>`));
  return html`${pieces}`;
}

export const NOTHING = html``;
