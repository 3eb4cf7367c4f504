import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './data-table.module.css';

interface ColumnHeadingProps {
  readonly label: string;
  readonly isAtEnd: boolean;
  readonly isMinor: boolean;
  readonly direction: 'asc' | 'desc' | false;
  /** Null: this column cannot be sorted by. */
  readonly onToggle: (() => void) | null;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

export function ColumnHeading({ label, isAtEnd, isMinor, direction, onToggle }: ColumnHeadingProps) {
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: lost when laid out as cards
      role="columnheader"
      data-end={isAtEnd || undefined}
      data-minor={isMinor || undefined}
      aria-sort={direction ? ARIA_SORT[direction] : undefined}
    >
      {onToggle === null ? label : <SortButton label={label} direction={direction} onToggle={onToggle} />}
    </th>
  );
}

function SortButton(props: {
  readonly label: string;
  readonly direction: 'asc' | 'desc' | false;
  readonly onToggle: () => void;
}) {
  const t = useTranslations('table');
  const { label, direction, onToggle } = props;
  const Icon = direction === 'asc' ? IconArrowUp : direction === 'desc' ? IconArrowDown : IconArrowsSort;
  return (
    <UnstyledButton className={classes.sort} onClick={onToggle} data-active={direction !== false || undefined}>
      {label}
      <Icon size={14} stroke={2} aria-hidden="true" />
      {direction && <VisuallyHidden>{direction === 'asc' ? t('sortAscending') : t('sortDescending')}</VisuallyHidden>}
    </UnstyledButton>
  );
}
