/** The region of a locale, `US`; the likeliest one when the locale names none. */
const regionOf = (locale: string): string => new Intl.Locale(locale).maximize().region ?? '';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Regions without the euro where many people are likely to track time; anyone else sees euros until they choose. */
// biome-ignore format: a table reads better in few lines
const currencies: Readonly<Record<string, string>> = {
  AE: 'AED', AR: 'ARS', AU: 'AUD', BD: 'BDT', BR: 'BRL', CA: 'CAD', CH: 'CHF', CL: 'CLP', CN: 'CNY', CO: 'COP',
  CZ: 'CZK', DK: 'DKK', EG: 'EGP', GB: 'GBP', HK: 'HKD', HU: 'HUF', ID: 'IDR', IL: 'ILS', IN: 'INR', IS: 'ISK',
  JP: 'JPY', KE: 'KES', KR: 'KRW', LI: 'CHF', MA: 'MAD', MX: 'MXN', MY: 'MYR', NG: 'NGN', NO: 'NOK', NZ: 'NZD',
  PE: 'PEN', PH: 'PHP', PK: 'PKR', PL: 'PLN', RO: 'RON', RS: 'RSD', SA: 'SAR', SE: 'SEK', SG: 'SGD', TH: 'THB',
  TR: 'TRY', TW: 'TWD', UA: 'UAH', US: 'USD', VN: 'VND', ZA: 'ZAR',
};

/** The currency (ISO 4217) of a locale's region, to begin with; euros where the small table here knows none. */
export const currencyOfLocale = (locale: string): string => currencies[regionOf(locale)] ?? 'EUR';

/** From CLDR 48, for browsers without week info (Firefox); tests/unit/domain/locale.test.ts compares the two. */
const weekStartsOnSunday = words(
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH ' +
    'PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
);
const weekStartsOnSaturday = words('AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY');

/** The first day of a week in a region, as an ISO weekday, by the table that stands in for a browser without week info. */
export const weekStartOfRegion = (region: string): number => {
  if (region === 'MV') return 5;
  if (weekStartsOnSaturday.has(region)) return 6;
  return weekStartsOnSunday.has(region) ? 7 : 1;
};

/** Browsers have had week info as a method, as a property, or not at all. */
type MaybeWeekInfo = Partial<Pick<Intl.Locale, 'getWeekInfo'>> & { readonly weekInfo?: { readonly firstDay: number } };

/** The first day of a week, as an ISO weekday (1 Monday to 7 Sunday), the way a locale has it. */
export const weekStartOfLocale = (locale: string): number => {
  const asked: MaybeWeekInfo = new Intl.Locale(locale);
  const { firstDay } = asked.getWeekInfo?.() ?? asked.weekInfo ?? { firstDay: weekStartOfRegion(regionOf(locale)) };
  return firstDay;
};

/** In which order a locale writes day, month and year in numbers. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export const dateOrderOfLocale = (locale: string): DateOrder => {
  const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle: 'short' }).formatToParts(0);
  const order = parts.map(({ type }) => type).filter((type) => type === 'day' || type === 'month' || type === 'year');
  if (order[0] === 'day') return 'dmy';
  return order[0] === 'month' ? 'mdy' : 'ymd';
};
