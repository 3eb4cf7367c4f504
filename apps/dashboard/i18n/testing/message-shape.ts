import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export interface MessageShape {
  /** Arguments with how they are formatted, and tags: what the code that shows the text has to hand in. Sorted. */
  readonly inputs: readonly string[];
  /** Plurals that have some of the forms of the language and not all; each with those it lacks. */
  readonly lacking: readonly string[];
}

/**
 * What a text in ICU syntax asks for.
 *
 * @param language decides which forms its plurals must have, such as `few` and `many` in Arabic
 * @throws SyntaxError if it is no ICU syntax
 */
export function shapeOf(text: string, language: string): MessageShape {
  const inputs = new Set<string>();
  const lacking: string[] = [];
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.argument) inputs.add(element.value);
      else if (element.type === TYPE.tag) {
        inputs.add(`<${element.value}>`);
        visit(element.children);
      } else if (element.type === TYPE.select || element.type === TYPE.plural) {
        const options = Object.keys(element.options);
        if (element.type === TYPE.plural) {
          inputs.add(`${element.value}, plural`);
          const missing = lackingForms(options, language, element.pluralType ?? 'cardinal');
          if (missing.length > 0) lacking.push(`${element.value}: ${missing.join(', ')}`);
        } else inputs.add(`${element.value}, select ${options.toSorted().join(' ')}`);
        for (const option of Object.values(element.options)) visit(option.value);
      } else if ('style' in element)
        inputs.add(`${element.value}, ${TYPE[element.type]} ${String(element.style ?? '')}`);
    }
  };
  visit(parse(text));
  return { inputs: [...inputs].toSorted(), lacking };
}

/** A plural with `other` alone does not change with the number; any other one needs every form of the language. */
function lackingForms(options: readonly string[], language: string, type: Intl.PluralRuleType): string[] {
  const named = options.filter((option) => !option.startsWith('='));
  if (named.length === 1) return [];
  const forms = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories;
  return forms.filter((form) => !named.includes(form));
}
