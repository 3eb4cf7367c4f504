'use client';

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type CameraState, cameraProblemOf } from './camera-state';

/** Enough for a face that fills a third of the picture; a camera without it gives what it has. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
};

export interface Camera {
  readonly state: CameraState;
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  readonly retry: () => void;
}

/** Shows the camera in a video element for as long as it is wanted; the light goes out when it is not. */
export function useCamera(isWanted: boolean): Camera {
  const videoRef = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('off');
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts the camera again
  useEffect(() => {
    if (!isWanted) {
      setState('off');
      return;
    }
    return openCamera(videoRef.current, setState);
  }, [isWanted, attempt]);

  useEffect(() => {
    if (state !== 'missing' && state !== 'lost') return;
    const devices = navigator.mediaDevices;
    devices.addEventListener('devicechange', retry);
    return () => devices.removeEventListener('devicechange', retry);
  }, [state, retry]);

  return { state, videoRef, retry };
}

/** @returns stops the camera */
function openCamera(video: HTMLVideoElement | null, report: (state: CameraState) => void): () => void {
  let isCurrent = true;
  let stream: MediaStream | null = null;
  const tell = (state: CameraState) => isCurrent && report(state);

  async function open() {
    // Browsers hide the whole interface from pages that came over plain HTTP.
    if (video === null || navigator.mediaDevices === undefined) return tell('insecure');
    tell('starting');
    stream = await navigator.mediaDevices.getUserMedia(WANTED);
    if (!isCurrent) return stop(stream);
    for (const track of stream.getVideoTracks()) track.addEventListener('ended', () => tell('lost'));
    video.srcObject = stream;
    await video.play();
    tell('live');
  }

  open().catch((error: unknown) => {
    stop(stream);
    tell(cameraProblemOf(error));
  });
  return () => {
    isCurrent = false;
    stop(stream);
    if (video) video.srcObject = null;
  };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
