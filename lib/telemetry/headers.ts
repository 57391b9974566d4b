/** The headers we set, both in every request. Neither causes a preflight, which would be a second request. */
export const headersWeSet = {
  'Content-Type': 'text/plain;charset=UTF-8',
  'Accept-Language': '*',
} as const;

/** What browsers add by themselves and we cannot change. Shown beside the bytes. */
export const headersBrowsersAdd: readonly string[] = [
  'Host',
  'Connection',
  'Content-Length',
  'User-Agent',
  'Accept',
  'Accept-Encoding',
  'Origin',
  'Cache-Control',
  'Pragma',
  'Priority',
  'Sec-Fetch-Dest',
  'Sec-Fetch-Mode',
  'Sec-Fetch-Site',
  'Sec-Fetch-Storage-Access',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'DNT',
  'Sec-GPC',
];
