import { SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './rules.module.css';

interface RuleSectionProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** Levers that belong together, under what they are about. */
export function RuleSection({ title, text, children }: RuleSectionProps) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      <p className={classes.hint}>{text}</p>
      {children}
    </fieldset>
  );
}

/** Fields beside each other where there is room. */
export function FieldGrid({ children }: { readonly children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md" style={{ alignItems: 'end' }}>
      {children}
    </SimpleGrid>
  );
}
