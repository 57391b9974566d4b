import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  /** Endings and types that are offered first. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: File) => void;
  readonly children: ComponentChildren;
}

/** A button that asks for a file. */
export function FileButton({ accept, disabled = false, onChoose, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button class="btn" type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        hidden
        type="file"
        accept={accept}
        ref={input}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onChoose(file);
          currentTarget.value = ''; // so that the same file can be chosen again
        }}
      />
    </>
  );
}
