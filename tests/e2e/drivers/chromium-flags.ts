// The last --disable-features wins, so those that the test runner would set itself stand here too.
const disabledFeatures = [
  'AimEnabled',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
];

/** With these Chromium itself sends nothing: what is then seen on the wire comes from the extension. */
const silent = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--gaia-url=http://127.0.0.1:9',
  '--google-apis-url=http://127.0.0.1:9',
  '--apps-gallery-update-url=http://127.0.0.1:9/',
  '--component-updater=url-source=http://127.0.0.1:9/',
  `--disable-features=${disabledFeatures.join(',')}`,
];

/** The sandbox needs a user who is not root, and user namespaces, which continuous integration often lacks. */
const sandbox = process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : [];

/** Headless, the screen is 800 by 600 otherwise, and a popup has less room on it than on anybody's. */
const screen = ['--screen-info={1600x1200}', '--window-size=1400,1000'];

export const chromiumFlags = [...silent, ...sandbox, ...screen, '--enable-unsafe-extension-debugging'];
