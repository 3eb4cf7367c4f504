'use client';

import { startTransition, useOptimistic } from 'react';

interface OptimisticFlag {
  /** What was asked for last; the stored value again once the answer is there. */
  readonly isOn: boolean;
  /** Does nothing while an answer is waited for. */
  readonly turn: (save: () => Promise<unknown>) => void;
}

/** A switch that shows at once what was asked for. Refused, it goes back; `save` says why. */
export function useOptimisticFlag(stored: boolean): OptimisticFlag {
  const [{ isOn, isWaiting }, show] = useOptimistic({ isOn: stored, isWaiting: false });
  function turn(save: () => Promise<unknown>) {
    if (isWaiting) return;
    startTransition(async () => {
      show({ isOn: !isOn, isWaiting: true });
      await save();
    });
  }
  return { isOn, turn };
}
