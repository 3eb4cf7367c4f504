'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Photo, PhotoError, photoOfFile, photoOfVideo, releasePhoto } from '../camera/photo';
import type { PhotoProblem } from '../camera/use-one-photo';

export const MAX_PHOTOS = 3;

export interface PhotoList {
  readonly photos: readonly Photo[];
  readonly problem: PhotoProblem | null;
  readonly addFrame: (video: HTMLVideoElement | null) => Promise<void>;
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly remove: (id: string) => void;
  /** Forgets all of them. */
  readonly clear: () => void;
}

/** Up to three photos in memory; they are given up on leaving the page. */
export function usePhotoList(): PhotoList {
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const held = useRef<readonly Photo[]>([]);

  const replace = useCallback((next: readonly Photo[]) => {
    for (const photo of held.current) if (!next.includes(photo)) releasePhoto(photo);
    held.current = next;
    setPhotos(next);
  }, []);
  const clear = useCallback(() => replace([]), [replace]);
  useEffect(() => clear, [clear]);

  async function addFrame(video: HTMLVideoElement | null) {
    const frame = video && (await photoOfVideo(video));
    setProblem(frame ? null : 'notReady');
    if (frame) replace([...held.current, frame].slice(0, MAX_PHOTOS));
  }

  async function addFiles(files: readonly File[]) {
    setProblem(null);
    for (const file of files.slice(0, MAX_PHOTOS - held.current.length)) {
      try {
        const photo = await photoOfFile(file);
        replace([...held.current, photo]);
      } catch (error) {
        if (!(error instanceof PhotoError)) throw error;
        setProblem(error);
      }
    }
  }

  const remove = useCallback((id: string) => replace(held.current.filter((photo) => photo.id !== id)), [replace]);
  return { photos, problem, addFrame, addFiles, remove, clear };
}
