/** What functions sent into an extension's page find there. */
export interface PageScope {
  readonly chrome: {
    readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    readonly storage: {
      readonly onChanged: { addListener(told: () => void): void; removeListener(told: () => void): void };
      readonly local: {
        get(keys: string | readonly string[] | null): Promise<Record<string, unknown>>;
        set(items: Record<string, unknown>): Promise<void>;
        clear(): Promise<void>;
      };
    };
  };
}
