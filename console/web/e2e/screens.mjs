// Every screen, with something to see on it.
import { open, shot, spoken, step } from './browser.mjs';

/** The call with the lowest score. */
export async function callId(page) {
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

/** Every screen once. */
export async function screens(page) {
  await step('overview', async () => { await open(page, '/overview'); await shot(page, 'overview'); });
  await step('search', async () => {
    await open(page, '/search');
    await page.locator('a[href^="/c/"]').first().waitFor();
    await shot(page, 'search');
  });
  await step('search by words', async () => {
    await open(page, `/search?q=${encodeURIComponent(spoken() === 'en' ? 'refund OR order' : '退款 OR 订单')}`);
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
