'use client';

import { UnexpectedProblem } from '../components/ui/unexpected-problem';

export default function RootError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return <UnexpectedProblem onRetry={reset} />;
}
