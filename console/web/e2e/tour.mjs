// A person's way through every screen, in both languages, on the processed samples.
//   node tour.mjs URL FIRST_PASSWORD PASSWORD FOLDER CHROMIUM
// Ends with 1 and says what was wrong: a screen that breaks, a message of the browser's console, something axe-core finds.
import { mkdirSync, readFileSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [address, firstPassword, password, folder, executablePath] = process.argv.slice(2);
const url = address.replace(/\/$/, '');
const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wrong = [];

function bundle(language) {
  const sections = join(here, '../src/sections');
  const files = [join(here, '../src/messages', `${language}.json`)];
  for (const section of readdirSync(sections)) files.push(join(sections, section, `${language}.json`));
  return Object.assign({}, ...files.filter(existsSync).map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

/** One person's browser, its complaints noted. */
async function person(language, options = {}) {
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
const t = (key, fallback) => {
  const text = texts[key] ?? fallback;
  if (text === undefined) throw new Error(`no message ${key}`);
  return text;
};

async function shot(page, name) {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.screenshot({ path: join(folder, `${name}-${language}.png`) });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
  });
  found.forEach((violation) => wrong.push(`axe on ${name}-${language}: ${violation}`));
}

async function step(name, work) {
  try {
    await work();
    console.log(`ok   ${language} ${name}`);
  } catch (error) {
    wrong.push(`${language} ${name}: ${error.message.split('\n').slice(0, 4).join(' / ')}`);
    console.log(`FAIL ${language} ${name}`);
  }
}

async function signIn(page, secret) {
  await page.goto(url);
  await page.getByLabel(t('sign_in.name')).fill('admin');
  await page.getByLabel(t('sign_in.password'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: t('sign_in.go') }).click();
}

async function open(page, path) {
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.locator('.ant-skeleton-active').first().waitFor({ state: 'detached' }).catch(() => {});
}

async function callId(page) {
  return page.evaluate(async () => {
    const reply = await fetch('/api/v1/conversations?channel=call&limit=50');
    const hits = (await reply.json()).hits.map((hit) => hit.conversation).sort((a, b) => a.score - b.score);
    return hits[0].id;
  });
}

async function chatId(page) {
  return page.evaluate(async () => (await (await fetch('/api/v1/conversations?channel=chat&limit=50')).json())
    .hits.map((hit) => hit.conversation).sort((a, b) => a.score - b.score)[0].id);
}

async function screens(page) {
  await step('overview', async () => { await open(page, '/overview'); await shot(page, 'overview'); });
  await step('search', async () => {
    await open(page, '/search');
    await page.locator('a[href^="/c/"]').first().waitFor();
    await shot(page, 'search');
  });
  await step('search by words', async () => {
    await open(page, `/search?q=${encodeURIComponent(language === 'en' ? 'refund OR order' : '退款 OR 订单')}`);
    await page.locator('mark').first().waitFor();
    await shot(page, 'search-words');
  });
  await step('mistake in a query', async () => {
    await open(page, `/search?q=${encodeURIComponent('(refund OR')}`);
    await page.getByRole('alert').first().waitFor();
    await shot(page, 'search-mistake');
  });
  await step('nothing found', async () => { await open(page, '/search?q=zzzznothing'); await shot(page, 'search-nothing'); });
  await step('conversation', async () => {
    await open(page, `/c/${await callId(page)}`);
    await page.locator('[data-turn]').first().waitFor();
    await shot(page, 'conversation');
  });
  await step('chat', async () => {
    await open(page, `/c/${await chatId(page)}`);
    await page.locator('[data-turn]').first().waitFor();
    await shot(page, 'chat');
  });
  await step('operations', async () => { await open(page, '/operations'); await shot(page, 'operations'); });
  await step('uploads', async () => { await open(page, '/uploads'); await shot(page, 'uploads'); });
  await step('users', async () => { await open(page, '/users'); await shot(page, 'users'); });
  await step('audit', async () => { await open(page, '/audit'); await shot(page, 'audit'); });
  await step('account', async () => { await open(page, '/account'); await shot(page, 'account'); });
  await step('keys', async () => {
    await open(page, '/search');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await shot(page, 'keys');
    await page.keyboard.press('Escape');
  });
}

// The first sign-in, in English.
const first = await person('en-GB');
await step('sign-in screen', async () => {
  await first.goto(url);
  await first.getByLabel(t('sign_in.name')).waitFor();
  await shot(first, 'sign-in');
});
await step('first sign-in changes the password', async () => {
  await signIn(first, firstPassword);
  await first.getByLabel(t('password.current')).fill(firstPassword);
  await first.getByLabel(t('password.new'), { exact: true }).fill(password);
  await first.getByLabel(t('password.again')).fill(password);
  await shot(first, 'password');
  await first.getByRole('button', { name: t('password.go') }).click();
  await first.getByRole('navigation').first().waitFor();
});
await screens(first);

// A reviewer's half hour with the keyboard alone.
await step('a review by keyboard', async () => {
  await open(first, '/search');
  await first.locator('a[href^="/c/"]').first().waitFor();
  await first.keyboard.press('/');
  await first.keyboard.type('emotion:anger channel:call');
  await first.keyboard.press('Escape');
  await first.keyboard.press('/');
  await first.keyboard.press('Enter');
  await first.waitForURL(/q=/);
  await first.locator('a[href^="/c/"]').first().waitFor();
  await first.keyboard.press('Escape');
  const link = first.locator('a[href^="/c/"]').first();
  await link.focus();
  await first.keyboard.press('Enter');
  await first.waitForURL(/\/c\//);
  await first.locator('[data-turn]').first().waitFor();
  await first.keyboard.press('ArrowDown');
  await first.keyboard.press('ArrowDown');
  await first.keyboard.press(' ');
  await first.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 1) > 0);
  await first.keyboard.press(' ');
  await first.keyboard.press(']');
  await first.keyboard.press('m');
  await first.keyboard.type('Good: stays calm, offers a way out.');
  const kept = first.waitForResponse((reply) => reply.url().endsWith('/comments') && reply.request().method() === 'POST');
  await first.keyboard.press('Control+Enter');
  if ((await kept).status() !== 201) throw new Error('the comment was not kept');
  await first.locator('textarea', { hasText: 'Good' }).waitFor({ state: 'detached' });
  await first.getByText('Good: stays calm, offers a way out.').first().waitFor();
  await shot(first, 'review');
  await first.keyboard.press('Escape');
  await first.goBack();
  await first.waitForURL(/q=/);
});
await step('export', async () => {
  const csv = await first.evaluate(async () => new Uint8Array(await (await fetch('/api/v1/conversations.csv')).arrayBuffer()).slice(0, 3).join(','));
  if (csv !== '239,187,191') throw new Error(`the CSV begins with ${csv}, not with a byte order mark`);
});
await first.context().close();

// The same in Chinese, dark.
language = 'zh-CN';
texts = bundle('zh-CN');
const second = await person('zh-CN', { colorScheme: 'dark' });
await step('sign-in', async () => {
  await signIn(second, password);
  await second.getByRole('navigation').first().waitFor();
});
await screens(second);
await second.context().close();

// On a phone.
language = 'en';
texts = bundle('en');
const phone = await person('en-GB', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
await step('phone', async () => {
  await signIn(phone, password);
  await phone.getByRole('navigation').first().waitFor({ state: 'attached' });
  await open(phone, '/search');
  await phone.locator('a[href^="/c/"]').first().waitFor();
  await shot(phone, 'phone-search');
  await open(phone, `/c/${await callId(phone)}`);
  await phone.locator('[data-turn]').first().waitFor();
  await shot(phone, 'phone-conversation');
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  if (wide) throw new Error('the page is wider than the phone');
});
await browser.close();
if (wrong.length > 0) {
  console.log(`\n${wrong.length} things are wrong:\n${wrong.join('\n')}`);
  process.exit(1);
}
