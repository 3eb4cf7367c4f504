'use client';

import { type RefObject, useEffect, useState } from 'react';

/**
 * For what was asked for before its code was there: it opens once it is on the page, not with it. Only then it comes in as it
 * does later, and gives the focus back to where it was.
 *
 * @param trigger takes the focus first, for what draws its button anew
 */
export function useOpenedLater(isOpen: boolean, trigger?: RefObject<HTMLElement | null>): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isOpen) trigger?.current?.focus();
    setShown(isOpen);
  }, [isOpen, trigger]);
  return isShown;
}
