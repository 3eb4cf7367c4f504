'use client';

import { UnexpectedProblem } from '../../components/ui/unexpected-problem';

export default function AppError({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return <UnexpectedProblem onRetry={reset} />;
}
