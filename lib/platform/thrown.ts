/** What was thrown, as plain text that survives a message to the worker. Never sent like this: see error-envelope.ts. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 10_000) : '');

/** Takes anything, for anything can be thrown. Reads no more than three properties, and never throws itself. */
export function thrownFrom(value: unknown): Thrown {
  try {
    const { name, message, stack } = (value ?? {}) as Record<string, unknown>;
    return { name: textOf(name), message: textOf(message), stack: textOf(stack) };
  } catch {
    return { name: '', message: '', stack: '' };
  }
}
