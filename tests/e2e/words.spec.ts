import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './browser-test.ts';
import { builtFor } from './drivers/open.ts';
import type { Surface } from './drivers/surface.ts';

type Messages = Record<string, { readonly message: string }>;

const wider: Readonly<Record<string, string>> = { a: 'ää', e: 'ëë', i: 'ïï', o: 'öö', u: 'üü' };

/** A language nobody speaks, longer than any: places for substitutions stay, vowels are doubled, brackets show the ends. */
function pseudo(messages: Messages): Messages {
  const text = (message: string): string =>
    `[${message
      .split(/(\$\w+\$)/)
      .map((part, i) => (i % 2 === 1 ? part : part.replace(/[aeiou]/g, (vowel) => wider[vowel] ?? vowel)))
      .join('')}]`;
  return Object.fromEntries(
    Object.entries(messages).map(([key, one]) => [
      key,
      key === 'wordsLanguage' ? one : { ...one, message: text(one.message) },
    ]),
  );
}

/** Controls that stick out of the popup at either side. */
const outside = (surface: Surface): Promise<string[]> =>
  surface.evaluate(() =>
    [...document.querySelectorAll('button, input, h1, h2, dd, kbd')]
      .filter((element) => element.checkVisibility() && !element.closest('.vh'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
      })
      .map((element) => `${element.tagName} ${element.textContent}`),
  );

test('words half as long again, from left and from right, push nothing out of the popup', async ({
  open,
  kind,
  profileDir,
}) => {
  const extensionDir = join(profileDir, 'extension');
  cpSync(builtFor[kind], extensionDir, { recursive: true });
  const file = join(extensionDir, '_locales/en/messages.json');
  writeFileSync(file, JSON.stringify(pseudo(JSON.parse(readFileSync(file, 'utf8')) as Messages)));
  const browser = await open({ extensionDir });
  const surface = await browser.newSurface();
  await surface.setViewport({ width: 380, height: 600 });
  await surface.goto('popup.html');
  await surface.waitFor('button', '[Stäärt tïïmëër]');
  const name = 'Eighty characters of a description that somebody wrote without ever taking a breath';
  for (const dir of ['ltr', 'rtl']) {
    await surface.evaluate((wanted: string) => {
      document.documentElement.dir = wanted;
    }, dir);
    expect(await outside(surface), `first use, ${dir}`).toEqual([]);
  }
  await surface.type(`${name} `);
  await surface.press('Enter');
  await surface.waitFor('timer', /./);
  expect(await outside(surface), 'running, rtl').toEqual([]);
  await surface.click('button', '[Stööp tïïmëër]');
  await surface.waitFor('button', /^\[Cöö/);
  expect(await outside(surface), 'stopped, rtl').toEqual([]);
});

test('every sentence has its substitutions named, and none is empty', () => {
  const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
    string,
    { readonly message: string; readonly placeholders?: Record<string, unknown> }
  >;
  for (const [key, { message, placeholders = {} }] of Object.entries(messages)) {
    expect(message.trim(), key).not.toBe('');
    const named = [...message.matchAll(/\$(\w+)\$/g)].map((match) => (match[1] ?? '').toLowerCase());
    expect(named.toSorted(), key).toEqual(Object.keys(placeholders).toSorted());
  }
});
