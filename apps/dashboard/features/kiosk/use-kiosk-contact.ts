'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import {
  KioskContactDocument,
  type KioskContactMutation,
  KioskMarkDocument,
  KioskViewerDocument,
} from '../../gql/graphql';
import { useAsk } from '../../lib/graphql/use-ask';
import { useOperation } from '../../lib/graphql/use-operation';
import { toImageInput } from '../camera/image-input';
import { forgetMark, listKept, photoOf } from './kept-marks';
import type { KioskTime } from './kiosk-time';
import { sendKept, syncedThrough } from './send-kept';

const EVERY_MS = 30_000;

const KEPT = {
  list: listKept,
  imageOf: async (mark: Parameters<typeof photoOf>[0]) => toImageInput(await photoOf(mark)),
  forget: forgetMark,
};

export interface KioskContact {
  /** Null: not known yet. */
  readonly state: 'online' | 'offline' | 'unpaired' | null;
  readonly device: KioskContactMutation['reportDeviceContact'] | null;
  readonly isLivenessRequired: boolean;
  /** Marks that wait here to be sent. */
  readonly keptCount: number;
  /** Looks again now. */
  readonly look: () => void;
}

/** Every half a minute: sends what was kept, then tells the server how far it has got. */
export function useKioskContact(deviceId: string, time: KioskTime): KioskContact {
  const report = useOperation(KioskContactDocument);
  const mark = useOperation(KioskMarkDocument);
  const ask = useAsk(KioskViewerDocument);
  const isBusy = useRef(false);
  const [told, setTold] = useState<Omit<KioskContact, 'look'>>({
    ...{ state: null, device: null, isLivenessRequired: false, keptCount: 0 },
  });

  const contact = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      const viewer = await ask({});
      if (viewer.ok) await sendKept(KEPT, (input) => mark.send({ input }));
      const marks = await listKept();
      const at = syncedThrough(marks, time.clock.nowMs());
      const deviceTime = new Date(time.clock.clockMs()).toISOString();
      const input = { id: deviceId, syncedThroughAt: at.toISOString(), deviceTime };
      const result = viewer.ok ? await report.send({ input }) : viewer;
      if (result.ok) time.noteSynced(at);
      setTold((former) => ({
        state: result.ok ? 'online' : result.problem === 'UNAUTHENTICATED' ? 'unpaired' : 'offline',
        device: result.ok && 'reportDeviceContact' in result.data ? result.data.reportDeviceContact : former.device,
        isLivenessRequired: viewer.ok ? viewer.data.viewer.isLivenessRequired : former.isLivenessRequired,
        keptCount: marks.length,
      }));
    } finally {
      isBusy.current = false;
    }
  }, [ask, deviceId, mark.send, report.send, time]);

  useEffect(() => {
    void contact();
    const timer = setInterval(contact, EVERY_MS);
    window.addEventListener('online', contact);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', contact);
    };
  }, [contact]);

  const look = useCallback(() => void contact(), [contact]);
  return { ...told, look };
}
