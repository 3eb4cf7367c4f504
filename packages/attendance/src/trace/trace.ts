import { memoise } from '../time/memo.js';
import { TRACE_TEMPLATES, type TraceRule } from './trace-templates.js';

export type TraceValue = string | number | boolean | null;

/** One rule applied to a day: its machine-readable name, its inputs, and the sentence they make. */
export interface TraceEntry {
  readonly rule: TraceRule;
  readonly values: Readonly<Record<string, TraceValue>>;
  readonly message: string;
}

/** The names in braces of a template, as a type: a forgotten value does not compile. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

export type ValuesOf<Rule extends TraceRule> = Readonly<
  Record<Placeholders<(typeof TRACE_TEMPLATES)[Rule]>, TraceValue>
>;

/** Puts values into a template (English or a translation); an unknown name stays as written. */
export function fillTemplate(template: string, values: Readonly<Record<string, TraceValue>>): string {
  const parts = partsOf(template);
  let text = '';
  // Texts and names take turns.
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (index % 2 === 0) text += part;
    else text += part in values ? String(values[part]) : `{${part}}`;
  }
  return text;
}

const partsOf = memoise(
  1_000,
  (template: string) => template,
  (template: string): readonly string[] => template.split(/\{(\w+)\}/),
);

export function traceEntry<Rule extends TraceRule>(
  rule: Rule,
  values: ValuesOf<Rule>,
  more?: Readonly<Record<string, TraceValue>>,
): TraceEntry {
  const all = more === undefined ? values : { ...values, ...more };
  return { rule, values: all, message: fillTemplate(TRACE_TEMPLATES[rule], values) };
}
