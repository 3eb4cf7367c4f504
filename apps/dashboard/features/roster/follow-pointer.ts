/** Where the pointer is, and whether the key that copies is held. */
export interface PointerAt {
  readonly x: number;
  readonly y: number;
  readonly isCopy: boolean;
}

interface Follower {
  readonly onMove: (at: PointerAt) => void;
  readonly onEnd: (at: PointerAt) => void;
  readonly onCancel: () => void;
}

/** A press with a trembling hand is no drag. */
const THRESHOLD_PX = 6;

/** Follows a mouse or pen that went down until it goes up, or Escape is pressed. A press that hardly moves stays a press. */
export function followPointer(down: { readonly clientX: number; readonly clientY: number }, follower: Follower): void {
  let last: PointerAt | null = null;
  const listening = new AbortController();
  const { signal } = listening;
  const cancel = () => {
    listening.abort();
    if (last !== null) follower.onCancel();
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      const distance = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
      if (last === null && distance < THRESHOLD_PX) return;
      last = { x: event.clientX, y: event.clientY, isCopy: isCopyKey(event) };
      follower.onMove(last);
    },
    { signal },
  );
  const onKey = (event: KeyboardEvent) => {
    if (last === null) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      return cancel();
    }
    last = { ...last, isCopy: isCopyKey(event) };
    follower.onMove(last);
  };
  window.addEventListener('keydown', onKey, { signal });
  window.addEventListener('keyup', onKey, { signal });
  window.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener(
    'pointerup',
    (event) => {
      listening.abort();
      if (last === null) return;
      swallowNextClick();
      follower.onEnd({ x: event.clientX, y: event.clientY, isCopy: isCopyKey(event) });
    },
    { signal },
  );
}

/** Ctrl as on most computers, ⌥ as on a Mac, where Ctrl is a second button. */
const isCopyKey = ({ ctrlKey, altKey }: { readonly ctrlKey: boolean; readonly altKey: boolean }) => ctrlKey || altKey;

/** The end of a drag is no press on what lies there. */
function swallowNextClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
