'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Photo, PhotoError, photoOfFile, photoOfVideo, releasePhoto } from './photo';
import { type Camera, useCamera } from './use-camera';

export type PhotoMode = 'camera' | 'file';

/** Why there is no photo to send. */
export type PhotoProblem = 'notReady' | 'photoNeeded' | PhotoError;

export interface OnePhoto {
  readonly mode: PhotoMode;
  readonly setMode: (mode: PhotoMode) => void;
  readonly camera: Camera;
  /** The chosen file, in file mode. */
  readonly file: Photo | null;
  readonly chooseFile: (files: readonly File[]) => Promise<void>;
  readonly problem: PhotoProblem | null;
  /** The photo to send: what the camera shows now, or the chosen file. Null, with `problem` set, if there is none. */
  readonly take: () => Promise<Blob | null>;
  /** Forgets the chosen file. */
  readonly forget: () => void;
}

interface OnePhotoOptions {
  readonly isNeeded?: boolean;
  readonly initialMode?: PhotoMode;
}

/**
 * One photo from the camera or from a file, kept no longer than this page needs it.
 *
 * @param options isNeeded: false turns the camera off; default true. initialMode: default camera
 */
export function useOnePhoto({ isNeeded = true, initialMode = 'camera' }: OnePhotoOptions = {}): OnePhoto {
  const [mode, setModeState] = useState<PhotoMode>(initialMode);
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const camera = useCamera(isNeeded && mode === 'camera');
  const [file, setFile] = useHeldPhoto();

  const chooseFile = useCallback(
    async ([first]: readonly File[]) => {
      if (!first) return;
      try {
        setFile(await photoOfFile(first));
        setProblem(null);
      } catch (error) {
        if (!(error instanceof PhotoError)) throw error;
        setFile(null);
        setProblem(error);
      }
    },
    [setFile],
  );

  async function take(): Promise<Blob | null> {
    if (mode === 'file') {
      setProblem(file ? null : 'photoNeeded');
      return file?.blob ?? null;
    }
    const frame = camera.videoRef.current && (await photoOfVideo(camera.videoRef.current));
    setProblem(frame ? null : 'notReady');
    if (frame) releasePhoto(frame);
    return frame?.blob ?? null;
  }

  const forget = useCallback(() => setFile(null), [setFile]);
  const setMode = (next: PhotoMode) => {
    setProblem(null);
    setFile(null);
    setModeState(next);
  };
  return { mode, setMode, camera, file, chooseFile, problem, take, forget };
}

/** A photo whose memory is given back when another takes its place or the page is left. */
function useHeldPhoto() {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const held = useRef<Photo | null>(null);
  const replace = useCallback((next: Photo | null) => {
    if (held.current) releasePhoto(held.current);
    held.current = next;
    setPhoto(next);
  }, []);
  useEffect(() => () => replace(null), [replace]);
  return [photo, replace] as const;
}
