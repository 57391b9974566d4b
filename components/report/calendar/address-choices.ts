/** How long a minute is drawn, in pixels; the third is the usual one. */
const scales: readonly number[] = [0.5, 1, 1.5, 2.5, 4];
const USUAL = 2;

/** What of the address the calendar reads beside the day. */
export interface Choices {
  readonly show: 'day' | 'week';
  /** Index into the scales. */
  readonly zoom: number;
  /** Pixels to a minute. */
  readonly scale: number;
}

export const largestZoom = scales.length - 1;

export function choicesOf(query: URLSearchParams): Choices {
  const asked = Number(query.get('zoom') ?? USUAL);
  const zoom = Number.isInteger(asked) && asked >= 0 && asked <= largestZoom ? asked : USUAL;
  return { show: query.get('show') === 'week' ? 'week' : 'day', zoom, scale: scales[zoom] ?? 1.5 };
}

/** As the address has it; what is usual is left out. */
export const zoomInAddress = (zoom: number): string | null => (zoom === USUAL ? null : String(zoom));
export const showInAddress = (show: Choices['show']): string | null => (show === 'day' ? null : show);
