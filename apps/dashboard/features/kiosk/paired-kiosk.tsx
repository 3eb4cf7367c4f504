'use client';

import { KioskDesk } from './kiosk-desk';
import type { KioskIdentity } from './kiosk-identity';
import { KioskProvider } from './kiosk-provider';
import type { KioskTime } from './kiosk-time';

interface PairedKioskProps {
  readonly identity: KioskIdentity;
  readonly time: KioskTime;
  /** The server knows this device no more. */
  readonly onRefused: () => void;
}

/** What a device shows that has a key: the desk, in the name of the device. All stages come at once, as the network may be gone later. */
export function PairedKiosk({ identity, time, onRefused }: PairedKioskProps) {
  return (
    <KioskProvider identity={identity} time={time}>
      <KioskDesk identity={identity} time={time} onRefused={onRefused} />
    </KioskProvider>
  );
}
