/** One face of a frame; places and sizes as shares of the frame, from the left and from the top. */
export interface SeenFace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the nose lies between the outer corners of the eyes, 0 to 1; half of the way: the face looks straight. Null: not seen. */
  readonly nose: number | null;
  /** The line of the eyes against the horizon in degrees; null: not seen. */
  readonly tilt: number | null;
  /** Mean brightness of the face, 0 to 255. */
  readonly brightness: number;
}

/** What the worker is sent: one small frame, whose bytes go over to it. */
export interface FrameToWatch {
  readonly pixels: ArrayBuffer;
  readonly width: number;
  readonly height: number;
}

/** What the worker says: that it cannot start, or the faces of the frame. */
export type WatchedFrame =
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'seen'; readonly faces: readonly SeenFace[]; readonly tookMs: number };
