import { useEffect, useRef, useState } from 'preact/hooks';

/** What was done, with what can still be done about it. */
export interface Message {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const STAYS = 8000;

/** Says what was done for eight seconds, longer while it has the focus or the pointer. The region itself always stands. */
export function Toast({ message, onGone }: { readonly message: Message | null; readonly onGone: () => void }) {
  const [held, setHeld] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!message || held) return;
    const timer = setTimeout(onGone, STAYS);
    return () => clearTimeout(timer);
  }, [message, held]);
  useEffect(() => {
    if (!message) setHeld(false);
  }, [message]);
  const letGo = () => setHeld(region.current?.matches(':hover, :focus-within') ?? false);
  return (
    <div
      class="toasts"
      role="status"
      ref={region}
      onMouseEnter={() => setHeld(true)}
      onFocusIn={() => setHeld(true)}
      onMouseLeave={letGo}
      onFocusOut={() => queueMicrotask(letGo)}
    >
      {message && (
        <div class="toast">
          <span class="grow">{message.text}</span>
          {message.action && (
            <button type="button" onClick={message.action.run}>
              {message.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
