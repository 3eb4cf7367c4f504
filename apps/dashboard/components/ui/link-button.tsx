'use client';

import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface LinkButtonProps extends ButtonProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A link that looks like a button; server components can use it too. */
export function LinkButton({ href, children, ...rest }: LinkButtonProps) {
  return (
    <Button component={Link} href={href} {...rest}>
      {children}
    </Button>
  );
}
