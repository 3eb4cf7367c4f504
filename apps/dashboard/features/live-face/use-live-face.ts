'use client';

import { useEffect, useRef, useState } from 'react';
import type { Camera } from '../camera/use-camera';
import { adviceFor, type LiveAdvice } from './face-advice';
import type { FrameToWatch, SeenFace, WatchedFrame } from './live-face.types';

/** Wide enough for a face at arm's length, small enough for a slow machine. */
const FRAME_WIDTH_PX = 320;
/** The worker rests at least this long, and twice as long as it took: the camera is watched, not the machine. */
const REST_MS = 120;
const REST_SHARE = 2;
/** So many good frames one after the other are no accident. */
const STEADY_FRAMES = 2;

export interface LiveFace {
  readonly faces: readonly SeenFace[];
  /** Null: nothing was seen yet, or this browser cannot watch; then the server's advice has to do. */
  readonly advice: LiveAdvice | null;
  /** All was well in the last frames too: a good moment for a photo. */
  readonly isSteady: boolean;
}

const NOTHING: LiveFace = { faces: [], advice: null, isSteady: false };

/** Watches the live picture on this machine: where the face is, and what to do better. Nothing of it is sent anywhere. */
export function useLiveFace({ state, videoRef }: Camera): LiveFace {
  const [live, setLive] = useState<LiveFace>(NOTHING);
  const isLive = state === 'live';
  const good = useRef(0);

  useEffect(() => {
    if (!isLive || typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return;
    const worker = new Worker(new URL('./live-face.worker.ts', import.meta.url), { type: 'module' });
    const canvas = document.createElement('canvas');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const frame = frameOf(videoRef.current, canvas);
      if (frame) worker.postMessage(frame, [frame.pixels]);
      else timer = setTimeout(look, REST_MS);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WatchedFrame>) => {
      if (data.kind === 'unavailable') return worker.terminate();
      const advice = adviceFor(data.faces);
      good.current = advice === 'good' ? good.current + 1 : 0;
      setLive({ faces: data.faces, advice, isSteady: good.current >= STEADY_FRAMES });
      timer = setTimeout(look, Math.max(REST_MS, REST_SHARE * data.tookMs));
    });
    look();
    return () => {
      clearTimeout(timer);
      worker.terminate();
      good.current = 0;
      setLive(NOTHING);
    };
  }, [isLive, videoRef]);

  return live;
}

function frameOf(video: HTMLVideoElement | null, canvas: HTMLCanvasElement): FrameToWatch | null {
  if (video === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null;
  const width = Math.min(FRAME_WIDTH_PX, video.videoWidth);
  const height = Math.max(1, Math.round((width * video.videoHeight) / video.videoWidth));
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(video, 0, 0, width, height);
  return { pixels: context.getImageData(0, 0, width, height).data.buffer as ArrayBuffer, width, height };
}
