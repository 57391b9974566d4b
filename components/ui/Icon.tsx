const drawings = {
  play: 'M5 3.2v9.6c0 .5.6.8 1 .5l7-4.8a.6.6 0 0 0 0-1L6 2.7c-.4-.3-1 0-1 .5Z',
  stop: 'M5 3h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z',
  down: 'M4.5 6.5 8 10l3.5-3.5',
  back: 'M9.5 4.5 6 8l3.5 3.5',
  tick: 'm3.5 8.5 3 3 6-7',
  plus: 'M8 3.5v9M3.5 8h9',
  cross: 'm5 5 6 6M11 5l-6 6',
  warning: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.3v.1',
  done: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.5 8.2l1.8 1.8 3.2-3.7',
} as const;

const solid = new Set<keyof typeof drawings>(['play', 'stop']);

/** A drawing beside words or in a named button; silent for screen readers. */
export function Icon({ name, size = 16 }: { name: keyof typeof drawings; size?: number }) {
  const filled = solid.has(name);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
