// One person's browser: it takes pictures, asks axe-core about every screen, and notes whatever is wrong.
import { mkdirSync, readFileSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [address, firstPassword, password, folder, executablePath] = process.argv.slice(2);
export { firstPassword, password };
export const url = address.replace(/\/$/, '');
/** Everything that was wrong, to be printed at the end. */
export const wrong = [];

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function bundle(language) {
  const sections = join(here, '../src/sections');
  const files = [join(here, '../src/messages', `${language}.json`)];
  for (const section of readdirSync(sections)) files.push(join(sections, section, `${language}.json`));
  return Object.assign({}, ...files.filter(existsSync).map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
export const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** One person's browser, its complaints noted. */
export async function person(language, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 }, locale: language, timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    // Browsers print what is an answer to the page: 401 when nobody is signed in, 400 for a mistake in a query.
    if (message.type() === 'error' && !/status of 40[014]/.test(message.text())) wrong.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => wrong.push(`page: ${error.message} (${page.url()})`));
  return page;
}

let language = 'en';
let texts = bundle('en');

/** From now on the messages of another language are looked for. */
export function speak(other) {
  language = other;
  texts = bundle(other);
}

/** The language of the screens. */
export const spoken = () => language;

/** A message as it is on the screen, with its values; those with plurals can't be looked for. */
export const t = (key, values = {}) => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no message ${key}`);
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text);
};

/** Chooses the language on the page, which the account then keeps. */
export async function choose(page, other) {
  if ((await page.evaluate(() => document.documentElement.lang)) !== other) await page.locator(`button[lang="${other}"]`).click();
  await page.locator(`html[lang="${other}"]`).waitFor();
}

export async function shot(page, name) {
  await page.waitForLoadState('networkidle').catch(() => {});
  const shown = await page.evaluate(() => document.documentElement.lang);
  if (shown !== language) wrong.push(`${name} is shown in ${shown}, not in ${language}`);
  await page.screenshot({ path: join(folder, `${name}-${language}.png`) });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
  });
  found.forEach((violation) => wrong.push(`axe on ${name}-${language}: ${violation}`));
}

export async function step(name, work) {
  try {
    await work();
    console.log(`ok   ${language} ${name}`);
  } catch (error) {
    wrong.push(`${language} ${name}: ${error.message.split('\n').slice(0, 4).join(' / ')}`);
    console.log(`FAIL ${language} ${name}`);
  }
}

/** Signs somebody in. */
export async function signIn(page, secret, name = 'admin') {
  await page.goto(url);
  await page.getByLabel(t('sign_in.name')).fill(name);
  await page.getByLabel(t('sign_in.password'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: t('sign_in.go') }).click();
}

/** Goes to a screen and waits until it is there. */
export async function open(page, path) {
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.locator('.ant-skeleton-active').first().waitFor({ state: 'detached' }).catch(() => {});
}

