const drawings = {
  play: 'M5 3.2v9.6c0 .5.6.8 1 .5l7-4.8a.6.6 0 0 0 0-1L6 2.7c-.4-.3-1 0-1 .5Z',
  stop: 'M5 3h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z',
  pause: 'M4.5 3h2v10h-2zM9.5 3h2v10h-2z',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7M5.5 4 3 6.5 5.5 9',
  redo: 'M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9M10.5 4 13 6.5 10.5 9',
  star: 'm8 2.3 1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.27l-3.53 1.88.7-3.93L2.3 6.45l3.95-.55Z',
  down: 'M4.5 6.5 8 10l3.5-3.5',
  back: 'M9.5 4.5 6 8l3.5 3.5',
  tick: 'm3.5 8.5 3 3 6-7',
  minus: 'M3.5 8h9',
  plus: 'M8 3.5v9M3.5 8h9',
  cross: 'm5 5 6 6M11 5l-6 6',
  warning: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.3v.1',
  next: 'M6.5 4.5 10 8l-3.5 3.5',
  lock: 'M5 7h6a1.5 1.5 0 0 1 1.5 1.5V12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 12V8.5A1.5 1.5 0 0 1 5 7ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  sliders:
    'M2.5 5h5M11 5h2.5M2.5 11H5M8.5 11h5M10.9 5a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0ZM8.5 11a1.7 1.7 0 1 1-3.4 0 1.7 1.7 0 0 1 3.4 0Z',
  clock: 'M13.8 8A5.8 5.8 0 1 1 2.2 8a5.8 5.8 0 0 1 11.6 0ZM8 4.8V8l2.2 1.5',
  folder:
    'M2 4.5A1.5 1.5 0 0 1 3.5 3H6l1.5 1.8h5A1.5 1.5 0 0 1 14 6.3v5.2a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 11.5z',
  data: 'M13 4c0 1.1-2.2 2-5 2s-5-.9-5-2 2.2-2 5-2 5 .9 5 2ZM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  download: 'M8 2.5V10M5 7.5l3 3 3-3M3 13.5h10',
  upload: 'M8 10.5V3M5 5.5l3-3 3 3M3 13.5h10',
  chart: 'M3 13V8M8 13V3M13 13V6',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14',
  more: 'M3.5 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6ZM8 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6ZM12.5 6.7a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6Z',
  info: 'M13.8 8A5.8 5.8 0 1 1 2.2 8a5.8 5.8 0 0 1 11.6 0ZM8 7.5v3.3M8 5.2v.1',
  copy: 'M7 5.5h5A1.5 1.5 0 0 1 13.5 7v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5ZM3 10.5a1 1 0 0 1-.5-.9V4A1.5 1.5 0 0 1 4 2.5h5.600a1 1 0 0 1 .9.5',
  calendar: 'M4.5 3h7a2 2 0 0 1 2 2v6.5a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM2.5 6.5h11M6 1.8V4M10 1.8V4',
  panel: 'M4 3h8a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM10 3v10',
  done: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.5 8.2l1.8 1.8 3.2-3.7',
} as const;

export type IconName = keyof typeof drawings;

const solid = new Set<IconName>(['play', 'stop', 'pause', 'more']);

/** A drawing beside words or in a named button; silent for screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
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
