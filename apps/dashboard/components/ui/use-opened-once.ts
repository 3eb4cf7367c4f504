'use client';

import { useState } from 'react';

/** True from the first time on that something is open: what is shown on demand is loaded then, and stays to go out as it came in. */
export function useOpenedOnce(isOpen: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return wasOpen || isOpen;
}
