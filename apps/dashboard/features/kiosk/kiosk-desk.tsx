'use client';

import type { AttendanceKind } from '@rollcall/contracts';
import { useEffect, useState } from 'react';
import { AnswerStage } from './answer-stage';
import { FaceStage } from './face-stage';
import type { Who } from './kept-marks';
import { KioskFrame } from './kiosk-frame';
import type { KioskIdentity } from './kiosk-identity';
import { KioskStatus } from './kiosk-status';
import type { KioskTime } from './kiosk-time';
import { PinStage } from './pin-stage';
import { useKioskContact } from './use-kiosk-contact';
import { type KioskAnswer, useKioskMark } from './use-kiosk-mark';
import { useWakeLock } from './use-wake-lock';
import { WhoStage } from './who-stage';

/** Where one person has got to. */
type Stage =
  | { readonly name: 'who' }
  /** With a PIN: it was typed beside the face. */
  | { readonly name: 'face'; readonly who: Who; readonly pin: string | null }
  | { readonly name: 'pin'; readonly who: Who; readonly isBesideFace: boolean }
  | { readonly name: 'answer'; readonly who: Who; readonly answer: KioskAnswer; readonly wasPin: boolean };

interface KioskDeskProps {
  readonly identity: KioskIdentity;
  readonly time: KioskTime;
  /** The server knows this device no more. */
  readonly onRefused: () => void;
}

/** Number, face, answer, and the next one: nothing of a person stays on the screen. */
export function KioskDesk({ identity, time, onRefused }: KioskDeskProps) {
  const contact = useKioskContact(identity.deviceId, time);
  const record = useKioskMark(time, contact.look);
  useWakeLock();
  const [stage, setStage] = useState<Stage>({ name: 'who' });
  const [kind, setKind] = useState<AttendanceKind>('AUTO');
  const isFree = stage.name === 'who';

  useEffect(() => {
    // Not under the hands of somebody.
    if (contact.state === 'unpaired' && isFree) onRefused();
  }, [contact.state, isFree, onRefused]);

  function next() {
    setKind('AUTO');
    setStage({ name: 'who' });
  }

  function answered(who: Who, answer: KioskAnswer, wasPin: boolean) {
    setStage({ name: 'answer', who, answer, wasPin });
    if (answer.kind === 'problem') contact.look();
  }

  async function markByPin(who: Who, pin: string) {
    answered(who, await record(who, kind, { pin }), true);
  }

  return (
    <KioskFrame status={<KioskStatus identity={identity} contact={contact} />}>
      {stage.name === 'who' && (
        <WhoStage
          time={time}
          timeZone={contact.device?.site?.timeZone}
          kind={kind}
          onKind={setKind}
          onWho={(who) => setStage({ name: 'face', who, pin: null })}
        />
      )}
      {stage.name === 'face' && (
        <FaceStage
          isLivenessRequired={contact.isLivenessRequired}
          who={stage.who}
          record={(proof) => record(stage.who, kind, stage.pin === null ? proof : { ...proof, pin: stage.pin })}
          onAnswer={(answer) => answered(stage.who, answer, false)}
          onUsePin={() => setStage({ name: 'pin', who: stage.who, isBesideFace: false })}
          onCancel={next}
        />
      )}
      {stage.name === 'pin' && (
        <PinStage
          onPin={(pin) =>
            stage.isBesideFace ? setStage({ name: 'face', who: stage.who, pin }) : markByPin(stage.who, pin)
          }
          onCancel={next}
        />
      )}
      {stage.name === 'answer' && (
        <AnswerStage
          answer={stage.answer}
          onNext={next}
          onTryAgain={() =>
            setStage(
              stage.wasPin
                ? { name: 'pin', who: stage.who, isBesideFace: false }
                : { name: 'face', who: stage.who, pin: null },
            )
          }
          onUsePin={stage.wasPin ? null : () => setStage({ name: 'pin', who: stage.who, isBesideFace: false })}
          onAddPin={() => setStage({ name: 'pin', who: stage.who, isBesideFace: true })}
        />
      )}
    </KioskFrame>
  );
}
