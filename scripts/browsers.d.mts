export type BrowserKind = 'chromium' | 'firefox';

export function findBrowser(kind: BrowserKind): string | null;
export function ensureBrowsers(kinds: readonly BrowserKind[]): BrowserKind[];
export function findFakeTime(): string | null;
export function ensureFakeTime(): boolean;
export function howToInstall(kinds: readonly BrowserKind[]): string;
