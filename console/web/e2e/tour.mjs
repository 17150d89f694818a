// A person's way through every screen, in both languages, on the processed samples.
//   node tour.mjs URL FIRST_PASSWORD PASSWORD FOLDER CHROMIUM
// Ends with 1 and says what was wrong: a screen that breaks, a message of the browser's console, something axe-core finds.
import { browser, choose, firstPassword, open, password, person, shot, signIn, speak, step, t, url, wrong } from './browser.mjs';
import { callId, screens } from './screens.mjs';
import { review, work } from './work.mjs';

// The first sign-in, in English.
const first = await person('en-GB');
await step('sign-in screen', async () => {
  await first.goto(url);
  await first.getByLabel(t('sign_in.name')).waitFor();
  if ((await first.getByLabel(t('sign_in.password'), { exact: true }).getAttribute('type')) !== 'password') throw new Error('the password can be read');
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

await review(first);
await work(first);
await first.context().close();

// The same in Chinese, dark.
speak('zh-CN');
const second = await person('zh-CN', { colorScheme: 'dark' });
await step('sign-in', async () => {
  await signIn(second, password);
  await second.getByRole('navigation').first().waitFor();
  await choose(second, 'zh-CN');
});
await screens(second);
await step('back to English', () => choose(second, 'en'));
await second.context().close();

// On a phone.
speak('en');
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
