/** The closed vocabularies of what an event says of the platform (P11). */
export const systems = ['Windows', 'macOS', 'Linux', 'ChromeOS', 'Android', 'other'] as const;
export const browserNames = ['Chrome', 'Edge', 'Opera', 'Firefox', 'other'] as const;

export interface PlatformFacts {
  readonly os: (typeof systems)[number];
  readonly browser: (typeof browserNames)[number];
  /** Major version; 0 when the browser does not say. */
  readonly browserVersion: number;
  /** Version of the extension, from its manifest. */
  readonly appVersion: string;
}

// Order matters: Edge and Opera also say Chrome, Android also says Linux.
const systemMarks: readonly (readonly [RegExp, PlatformFacts['os']])[] = [
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];
const browserMarks: readonly (readonly [RegExp, PlatformFacts['browser']])[] = [
  [/\bFirefox\/(\d{1,4})/, 'Firefox'],
  [/\bEdg\/(\d{1,4})/, 'Edge'],
  [/\bOPR\/(\d{1,4})/, 'Opera'],
  [/\b(?:Headless)?Chrome\/(\d{1,4})/, 'Chrome'],
];

/** What the browser says of itself, reduced to the vocabularies. */
export function platformFacts(userAgent: string, appVersion: string): PlatformFacts {
  const os = systemMarks.find(([mark]) => mark.test(userAgent))?.[1] ?? 'other';
  for (const [mark, browser] of browserMarks) {
    const version = mark.exec(userAgent)?.[1];
    if (version !== undefined) return { os, browser, browserVersion: Number(version), appVersion };
  }
  return { os, browser: 'other', browserVersion: 0, appVersion };
}

const APP_VERSION = /^\d{1,5}(\.\d{1,5}){0,3}$/;

/** The name of the first fact that is not in its vocabulary, or null. */
export function strangeFact(facts: PlatformFacts): string | null {
  if (!systems.includes(facts.os)) return 'os';
  if (!browserNames.includes(facts.browser)) return 'browser';
  const version = facts.browserVersion;
  if (!Number.isInteger(version) || version < 0 || version > 9999) return 'browser_version';
  return APP_VERSION.test(facts.appVersion) ? null : 'app_version';
}
