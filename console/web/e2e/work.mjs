// What people do on the screens: each step by clicking and typing, and what came of it is looked at.
import { readFileSync } from 'node:fs';
import { choose, open, person, shot, signIn, step, t, url } from './browser.mjs';
import { callId } from './screens.mjs';

/** Does something and waits for the answer of an operation, which must have gone well. */
async function answered(page, method, path, act) {
  const [reply] = await Promise.all([
    page.waitForResponse((one) => one.request().method() === method && new URL(one.url()).pathname.includes(path)),
    act(),
  ]);
  if (reply.status() >= 300) throw new Error(`${method} ${path} was answered ${reply.status()}`);
}

function expect(what, is, should) {
  if (is !== should) throw new Error(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
}

/** Icons have names too, so that a button's is more than its words. */
const button = (page, name) => page.getByRole('button', { name }).first();
const rows = (page) => page.locator('[data-row]');

/** A reviewer's half hour with the keyboard alone. */
export async function review(page) {
  await step('a review by keyboard', async () => {
    await open(page, '/search');
    await page.locator('a[href^="/c/"]').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('emotion:anger channel:call');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.locator('a[href^="/c/"]').first().waitFor();
    await page.keyboard.press('Escape');
    const link = page.locator('a[href^="/c/"]').first();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\//);
    await page.locator('[data-turn]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.waitForFunction(() => (document.querySelector('audio')?.currentTime ?? 1) > 0);
    await page.keyboard.press(' ');
    await page.keyboard.press(']');
    await page.keyboard.press('m');
    await page.keyboard.type('Good: stays calm, offers a way out.');
    await answered(page, 'POST', '/comments', () => page.keyboard.press('Control+Enter'));
    await page.locator('textarea', { hasText: 'Good' }).waitFor({ state: 'detached' });
    await page.getByText('Good: stays calm, offers a way out.').first().waitFor();
    await shot(page, 'review');
    await page.keyboard.press('Escape');
    await page.goBack();
    await page.waitForURL(/q=/);
  });
}

/** What else is done on the screens. */
export async function work(page) {
  await findings(page);
  await comments(page);
  await searches(page);
  await lists(page);
  await uploads(page);
  await people(page);
  await step('an agent’s page', async () => {
    await open(page, '/overview?first=2026-03-01&last=2026-03-31');
    await page.locator('a[href^="/agents/"]').first().click();
    await page.waitForURL(/\/agents\/./);
    await page.locator('a[href^="/search?"]').first().waitFor();
    await shot(page, 'agent');
  });
  await step('other words and another look at any time', async () => {
    await open(page, '/operations');
    await choose(page, 'zh-CN');
    await choose(page, 'en');
    await button(page, t('frame.theme')).click();
    await page.getByRole('menuitem', { name: t('theme.dark') }).click();
    await page.locator('html[data-look="dark"]').waitFor();
    await shot(page, 'operations-dark');
    await button(page, t('frame.theme')).click();
    await page.getByRole('menuitem', { name: t('theme.system') }).click();
    await page.locator('html[data-look="light"]').waitFor();
  });
}

async function findings(page) {
  await step('a finding is confirmed, another one set right', async () => {
    await open(page, `/c/${await callId(page)}`);
    await page.getByRole('tab', { name: t('conversation.tab.findings') }).click();
    const claims = page.getByRole('tabpanel');
    await answered(page, 'POST', '/reviews', () => claims.getByRole('button', { name: new RegExp(`^${t('conversation.confirm')}`) }).first().click());
    await claims.getByRole('button', { name: new RegExp(`^${t('conversation.correct')}`) }).first().click();
    await answered(page, 'POST', '/reviews', () => page.locator('.ant-select-item-option').first().click());
    await shot(page, 'findings');
    await page.reload();
    await page.getByRole('tab', { name: t('conversation.tab.findings') }).click();
    await claims.getByText('admin').first().waitFor();
  });
}

async function comments(page) {
  await step('a comment is written, changed and deleted', async () => {
    await open(page, `/c/${await callId(page)}`);
    await page.keyboard.press('m');
    await page.keyboard.type('<b>First</b> words');
    await answered(page, 'POST', '/comments', () => page.keyboard.press('Control+Enter'));
    const comment = page.getByRole('listitem').filter({ hasText: '<b>First</b> words' });
    await comment.waitFor();
    await comment.getByRole('button', { name: t('conversation.edit_comment') }).click();
    const words = page.locator('li textarea');
    await words.fill('Better words');
    await answered(page, 'PUT', '/comments/', () => words.press('Control+Enter'));
    const changed = page.getByRole('listitem').filter({ hasText: 'Better words' });
    await answered(page, 'DELETE', '/comments/', () => changed.getByRole('button', { name: t('conversation.delete_comment') }).click());
    await changed.waitFor({ state: 'detached' });
  });
}

async function searches(page) {
  const dialog = page.getByRole('tooltip');
  await step('a search is saved, renamed, found again and deleted', async () => {
    await open(page, '/search?q=refund&channel=chat');
    await button(page, t('search.saved')).click();
    await dialog.getByLabel(t('search.saved.title')).fill('Refunds');
    await answered(page, 'POST', '/searches', () => dialog.getByRole('button', { name: t('search.saved.save') }).click());
    await dialog.getByRole('button', { name: t('search.saved.rename', { title: 'Refunds' }) }).click();
    await dialog.getByRole('listitem').getByLabel(t('search.saved.title')).fill('Refunds in chats');
    await answered(page, 'PUT', '/searches/', () => dialog.getByRole('button', { name: t('search.saved.keep') }).click());
    await shot(page, 'search-saved');
    await open(page, '/search');
    await button(page, t('search.saved')).click();
    await dialog.getByRole('button', { name: 'Refunds in chats', exact: true }).click();
    await page.waitForURL(/q=refund&channel=chat/);
    await button(page, t('search.saved')).click();
    await answered(page, 'DELETE', '/searches/', () =>
      dialog.getByRole('button', { name: t('search.saved.delete', { title: 'Refunds in chats' }) }).click());
  });
  await step('what an input method composes is not searched before its time', async () => {
    await open(page, '/search');
    const cdp = await page.context().newCDPSession(page);
    await page.locator('#query').focus();
    await cdp.send('Input.imeSetComposition', { text: 'tuikuan', selectionStart: 7, selectionEnd: 7 });
    await page.locator('#query').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect('the search', new URL(page.url()).search, '');
    await cdp.send('Input.insertText', { text: '退款' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=%E9%80%80%E6%AC%BE/);
  });
}

async function lists(page) {
  await step('a random sample is gone through with N', async () => {
    await open(page, '/search');
    await button(page, t('search.sample')).click();
    await page.getByRole('spinbutton').fill('3');
    await button(page, t('search.sample.go')).click();
    await page.waitForURL(/sample=3&seed=/);
    await button(page, t('search.sample.review')).click();
    const ids = new Set();
    for (let at = 1; at <= 3; at++) {
      await page.getByText(t('conversation.step', { at, of: 3 })).waitFor();
      ids.add(new URL(page.url()).pathname);
      await page.keyboard.press('n');
    }
    expect('the number of conversations seen', ids.size, 3);
    await page.keyboard.press('p');
    await page.getByText(t('conversation.step', { at: 2, of: 3 })).waitFor();
  });
  await step('all rows are downloaded', async () => {
    await open(page, '/search');
    await rows(page).first().waitFor();
    const shown = await rows(page).count();
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, t('search.csv')).click()]);
    const bytes = readFileSync(await file.path());
    expect('the byte order mark', bytes.subarray(0, 3).toString('hex'), 'efbbbf');
    expect('the number of lines', bytes.toString('utf8').trimEnd().split(/\r\n/).length, shown + 1);
  });
  await step('Back finds the list where it was left', async () => {
    await open(page, '/search?sort=score');
    await rows(page).last().scrollIntoViewIfNeeded();
    const place = () => rows(page).first().evaluate((row) => Math.round(row.getBoundingClientRect().top));
    const before = await place();
    await rows(page).last().click();
    await page.locator('[data-turn]').first().waitFor();
    await page.goBack();
    await rows(page).last().waitFor();
    await page.waitForFunction((top) => Math.abs(document.querySelector('[data-row]').getBoundingClientRect().top - top) < 3, before);
    expect('the address', new URL(page.url()).search, '?sort=score');
  });
}

async function uploads(page) {
  const said = 'customer: Where is my blue bicycle? I have waited for three weeks.\nagent: I am sorry. It leaves our house today.\n';
  await step('a chat is uploaded by dropping it, and found', async () => {
    await open(page, '/uploads');
    const dropped = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'bicycle.txt', { type: 'text/plain' }));
      return data;
    }, said);
    await page.locator('.ant-upload-drag .ant-upload').dispatchEvent('drop', { dataTransfer: dropped });
    const found = page.getByRole('listitem').filter({ hasText: 'bicycle.txt' }).locator('a[href^="/c/"]');
    await found.waitFor({ timeout: 60_000 });
    await shot(page, 'uploads-done');
    await found.click();
    await page.getByText('blue bicycle').first().waitFor();
  });
  await step('what can’t be read is kept with its reason, and tried again', async () => {
    await open(page, '/uploads');
    await page.locator('input[type=file]').setInputFiles({ name: 'torn.wav', mimeType: 'audio/wav', buffer: Buffer.from('RIFF torn off in the middle') });
    await page.getByRole('listitem').filter({ hasText: 'torn.wav' }).locator('[data-state="failed"], [data-state="done"]').first().waitFor({ timeout: 60_000 });
    await open(page, '/operations?tab=quarantine');
    const row = page.getByRole('row').filter({ hasText: 'torn.wav' });
    await row.waitFor();
    await shot(page, 'quarantine');
    await answered(page, 'POST', '/retry', () => row.getByRole('button', { name: new RegExp(t('operations.quarantine.retry')) }).click());
  });
}

async function people(page) {
  let secret = '';
  const shown = async () => {
    const dialog = page.getByRole('dialog').filter({ hasText: t('users.shown.once') });
    secret = (await dialog.locator('code').textContent()).trim();
    await dialog.getByRole('button', { name: t('users.shown.done') }).click();
  };
  await step('an agent is added, and sees the own conversations alone', async () => {
    await open(page, '/users');
    await button(page, t('users.users.add')).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t('users.users.name')).fill('maya');
    await form.getByLabel(t('users.users.display_name'), { exact: true }).fill('Maya');
    await form.getByRole('checkbox', { name: new RegExp(`^${t('roles.supervisor')}`) }).uncheck();
    await form.getByRole('checkbox', { name: new RegExp(`^${t('roles.agent')}`) }).check();
    await form.getByLabel(t('users.users.agent')).click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'MayaT' }).click();
    await answered(page, 'POST', '/users', () => form.getByRole('button', { name: t('users.save') }).click());
    await shown();
    const agent = await person('en-GB');
    await signIn(agent, secret, 'maya');
    await agent.getByLabel(t('password.current')).fill(secret);
    await agent.getByLabel(t('password.new'), { exact: true }).fill('another long password of Maya');
    await agent.getByLabel(t('password.again')).fill('another long password of Maya');
    await agent.getByRole('button', { name: t('password.go') }).click();
    await agent.getByRole('navigation').first().waitFor();
    await open(agent, '/search');
    await rows(agent).first().waitFor();
    await shot(agent, 'search-agent');
    const names = await agent.evaluate(async () => (await (await fetch('/api/v1/conversations?limit=100')).json()).hits.map((hit) => hit.conversation.agent));
    expect('what the agent sees', [...new Set(names)].join(), 'MayaT');
    await agent.goto(`${url}/users`);
    expect('links to what an agent may not', await agent.locator('nav a[href="/users"], nav a[href="/operations"]').count(), 0);
    await agent.context().close();
  });
  await step('a program gets a token, and may do what its rights say', async () => {
    await open(page, '/users?tab=tokens');
    await button(page, t('users.tokens.add')).click();
    const form = page.getByRole('dialog');
    await form.getByLabel(t('users.tokens.program')).fill('reports');
    const sources = form.getByLabel(t('users.tokens.sources'));
    expect('sources to choose before it may upload', await sources.count(), 0);
    await form.getByLabel(t('rights.upload'), { exact: true }).check();
    await sources.fill('dialler');
    await sources.press('Enter');
    await form.getByLabel(t('users.tokens.program')).click();
    await shot(page, 'token');
    await answered(page, 'POST', '/tokens', () => button(page, t('users.tokens.make')).click());
    await shown();
    const statuses = await Promise.all(['/conversations', '/users'].map(async (path) =>
      (await fetch(`${url}/api/v1${path}`, { headers: { Authorization: `Bearer ${secret}` } })).status));
    expect('what the program is answered', statuses.join(), '200,403');
  });
  await step('a webhook is added and taken away', async () => {
    await open(page, '/users?tab=webhooks');
    await button(page, t('users.webhooks.add')).click();
    await page.getByRole('dialog').getByLabel(t('users.webhooks.url')).fill('http://127.0.0.1:9/told');
    await answered(page, 'POST', '/webhooks', () => button(page, t('users.save')).click());
    await shown();
    await shot(page, 'webhooks');
    const row = page.getByRole('row').filter({ hasText: '127.0.0.1:9' });
    await row.getByRole('button').click();
    await answered(page, 'DELETE', '/webhooks/', () => page.getByRole('tooltip').getByRole('button', { name: t('users.remove') }).click());
  });
}
