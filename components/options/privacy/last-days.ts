/** The last civil days where the person is, today first. */
export function lastDays(count: number): string[] {
  const today = Temporal.Now.plainDateISO();
  return Array.from({ length: count }, (_, days) => today.subtract({ days }).toString());
}
