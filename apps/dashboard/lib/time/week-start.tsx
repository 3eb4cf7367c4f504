'use client';

import { createContext, type ReactNode, useContext } from 'react';

const WeekStart = createContext(1);

interface WeekStartProviderProps {
  /** By the settings of the organisation: 1 is Monday, 7 is Sunday. */
  readonly weekStartsOn: number;
  readonly children: ReactNode;
}

/** Tells everything below it where weeks begin. */
export function WeekStartProvider({ weekStartsOn, children }: WeekStartProviderProps) {
  return <WeekStart value={weekStartsOn}>{children}</WeekStart>;
}

/** On which weekday weeks begin; Monday outside of a provider. */
export const useWeekStart = (): number => useContext(WeekStart);
