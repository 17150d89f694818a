// Answers like the API with made-up conversations, for work on the pages alone: `npm run mock`, then `npm run dev`.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { CONVERSATIONS, summaryOf, wav, peaks } from './data.mjs';

const PORT = Number(process.env.PORT ?? 5174);
const PAGES = new URL('../../target/classes/web/', import.meta.url).pathname;
const NONCE = 'made-up-nonce';
const POLICY = `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

const RIGHTS = ['search', 'listen', 'review', 'comment', 'export', 'overview', 'upload', 'operate', 'administer', 'reveal'];
let signedIn = process.env.SIGNED_IN !== 'no';
let mustChange = false;
let preferences = {};
let reviews = [];
let searches = [{ number: 1, title: 'Furious callers', search: 'emotion=anger&channel=call', shared: true, by: 'lena', at: '2026-11-01T08:00:00Z' }];
const comments = new Map();
let number = 10;

const session = () => ({
  user: { name: 'mia', display_name: 'Mia Chen', roles: ['supervisor'], queues: [], teams: [], may_reveal: true, enabled: true },
  csrf_token: 'token', rights: RIGHTS, must_change_password: mustChange, preferences, version: '0.1.0', idle_minutes: 30,
});

const LABELS = {
  intents: [['cancel_order', 'Cancel an order', '取消订单'], ['refund_request', 'Ask for a refund', '要求退款'], ['delivery_late', 'Late delivery', '物流太慢'], ['billing_question', 'Question about a bill', '账单咨询']]
    .map(([name, title_en, title_zh]) => ({ name, title_en, title_zh })),
  emotions: [],
};

const matches = (c, params) => {
  const any = (name, value) => !params.getAll(name).length || params.getAll(name).includes(value);
  const between = (name, value) => value >= Number(params.get(`${name}_from`) ?? -1) && value <= Number(params.get(`${name}_to`) ?? Infinity);
  const words = (params.get('q') ?? '').toLowerCase().replace(/id:\S+|[()"~]/g, '').split(/\s+/).filter((w) => w && !w.includes(':'));
  const text = c.turns.map((turn) => turn.text.toLowerCase()).join(' ');
  return (
    any('channel', c.channel) && any('agent', c.agent) && any('queue', c.queue) && any('customer', c.customer) && any('emotion', c.emotion.label) &&
    any('intent', c.intents[0].name) && any('outcome', c.facts.resolution.outcome) && any('shape', c.emotion.shape) && any('language', c.language) && any('source', c.source) &&
    between('score', c.score) && between('duration', c.duration_ms) &&
    (!params.get('from') || c.started_at >= params.get('from')) && (!params.get('to') || c.started_at < params.get('to')) &&
    words.every((word) => text.includes(word))
  );
};

const hitOf = (c, q) => {
  const words = (q ?? '').toLowerCase().replace(/id:\S+|[()"~]/g, '').split(/\s+/).filter((w) => w && !w.includes(':'));
  const moments = [];
  if (words.length) {
    for (const turn of c.turns) {
      const spans = words.map((word) => [turn.text.toLowerCase().indexOf(word), word]).filter(([at]) => at >= 0).map(([start, word]) => ({ start, end: start + word.length }));
      if (spans.length) moments.push({ turn: turn.turn, speaker: turn.speaker, start_ms: turn.start_ms, text: turn.text, spans, sounds_like: false });
      if (moments.length === 3) break;
    }
  }
  return { score: 1, conversation: summaryOf(c), moments };
};

const count = (list, of) => {
  const counts = new Map();
  list.forEach((c) => counts.set(of(c), (counts.get(of(c)) ?? 0) + 1));
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
};

const facets = (list) => ({
  total: list.length,
  fields: {
    channel: count(list, (c) => c.channel), queue: count(list, (c) => c.queue), agent: count(list, (c) => c.agent), emotion: count(list, (c) => c.emotion.label),
    intent: count(list, (c) => c.intents[0].name), outcome: count(list, (c) => c.facts.resolution.outcome), shape: count(list, (c) => c.emotion.shape),
    language: count(list, (c) => c.language), source: count(list, (c) => c.source),
  },
  score: Array.from({ length: 10 }, (_, i) => ({ from: i * 10, to: i * 10 + 10, count: list.filter((c) => c.score >= i * 10 && c.score < i * 10 + 10).length })),
  duration: [0, 60000, 180000, 300000, 600000, 1200000].map((from, i, all) => ({ from, count: list.filter((c) => c.duration_ms >= from && c.duration_ms < (all[i + 1] ?? Infinity)).length })),
  days: count(list, (c) => c.started_at.slice(0, 10)).map(({ value, count }) => ({ day: value, count })).sort((a, b) => (a.day < b.day ? -1 : 1)),
});

const problem = (status, title, more = {}) => ({ status, body: { type: 'about:blank', title, status, ...more } });
const ok = (body, status = 200) => ({ status, body });

function answer(method, path, params, body) {
  if (path === '/session') {
    if (method === 'POST') {
      if (body.password === 'wrong') return problem(401, 'Wrong');
      signedIn = true;
      mustChange = body.password === 'first';
    }
    if (method === 'DELETE') return (signedIn = false), ok('', 204);
    return signedIn ? ok(session()) : problem(401, 'Sign in first');
  }
  if (path === '/sign-in-ways') return ok({ password: true, oidc: 'Example SSO' });
  if (!signedIn) return problem(401, 'Sign in first');
  if (path === '/session/preferences') return ok((preferences = body));
  if (path === '/session/password') return (mustChange = false), ok('', 204);
  if (path === '/labels') return ok(LABELS);
  if (path === '/queries/completions') {
    const q = params.get('q');
    const start = q.lastIndexOf(' ') + 1;
    const word = q.slice(start).toLowerCase();
    const known = [['speaker:', 'field'], ['emotion:', 'field'], ['agent:', 'field'], ['emotion:anger', 'value', 31], ['speaker:customer', 'value'], ['OR', 'operator']];
    return ok({ start, end: q.length, completions: word ? known.filter(([text]) => text.toLowerCase().startsWith(word)).map(([text, kind, count]) => ({ text, kind, count })) : [] });
  }
  const list = () => CONVERSATIONS.filter((c) => matches(c, params));
  const q = params.get('q');
  if (path === '/conversations' || path === '/conversations/sample') {
    const wrong = q?.indexOf('speeker:') ?? -1;
    if (wrong >= 0) return problem(400, 'The query cannot be understood', { detail: "Unknown field 'speeker': did you mean speaker:?", start: wrong, end: wrong + 8 });
    const found = list();
    const sort = params.get('sort') ?? '-started_at';
    const key = sort.replace('-', '');
    const of = (c) => ({ score: c.score, duration: c.duration_ms, valence: c.emotion.valence, agent: c.agent })[key] ?? c.started_at;
    found.sort((a, b) => (of(a) < of(b) ? -1 : 1) * (sort.startsWith('-') ? -1 : 1));
    const size = Number(params.get('size') ?? params.get('limit') ?? 25);
    const offset = Number(params.get('offset') ?? 0);
    return ok({ total: found.length, took_ms: 38, hits: found.slice(offset, offset + size).map((c) => hitOf(c, q)) });
  }
  if (path === '/conversations/facets') return ok(facets(list()));
  if (path === '/searches') {
    if (method === 'POST') searches.push({ number: ++number, by: 'mia', at: new Date().toISOString(), shared: false, ...body });
    return ok(method === 'POST' ? searches.at(-1) : searches, method === 'POST' ? 201 : 200);
  }
  const search = path.match(/^\/searches\/(\d+)$/);
  if (search) return (searches = searches.filter((s) => s.number !== Number(search[1]))), ok('', 204);
  const comment = path.match(/^\/comments\/(\d+)$/);
  if (comment) {
    for (const [id, all] of comments) {
      const at = all.findIndex((c) => c.number === Number(comment[1]));
      if (at < 0) continue;
      if (method === 'DELETE') return comments.set(id, all.toSpliced(at, 1)), ok('', 204);
      return (all[at] = { ...all[at], ...body }), ok(all[at]);
    }
  }
  const [, id, part] = path.match(/^\/conversations\/([\w-]+)(?:\/(\w+))?$/) ?? [];
  const c = CONVERSATIONS.find((one) => one.id === id);
  if (!c) return problem(404, 'Not found');
  switch (part) {
    case undefined: return ok(c);
    case 'contacts': return ok(CONVERSATIONS.filter((one) => one.customer === c.customer).map(summaryOf).reverse());
    case 'peaks': return ok(peaks(c));
    case 'original': return ok(c.turns.map((turn) => ({ ...turn, redactions: [], text: turn.text.replace('[CARD]', '4111 1111 1111 1111') })));
    case 'reviews':
      if (method === 'POST') {
        reviews = reviews.filter((r) => r.conversation !== id || r.kind !== body.kind || r.name !== body.name || r.turn !== (body.turn ?? -1));
        reviews.push({ number: ++number, conversation: id, by: 'mia', at: new Date().toISOString(), name: '', turn: -1, correct_name: '', note: '', ...body });
        return ok(reviews.at(-1), 201);
      }
      return ok(reviews.filter((r) => r.conversation === id));
    case 'comments': {
      const all = comments.get(id) ?? [];
      if (method === 'POST') {
        comments.set(id, [...all, { number: ++number, conversation: id, by: 'mia', at: new Date().toISOString(), coaching: false, ...body }]);
        return ok(comments.get(id).at(-1), 201);
      }
      return ok(all);
    }
    default: return problem(404, 'Not found');
  }
}

function sound(request, response, c) {
  const bytes = wav(c);
  const [, from, to] = request.headers.range?.match(/bytes=(\d+)-(\d*)/) ?? [];
  const start = Number(from ?? 0);
  const end = to ? Number(to) : bytes.length - 1;
  response.writeHead(from ? 206 : 200, {
    'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes', 'Content-Length': end - start + 1, 'Content-Range': `bytes ${start}-${end}/${bytes.length}`,
  });
  response.end(bytes.subarray(start, end + 1));
}

function page(path, response) {
  const file = join(PAGES, normalize(path));
  const found = path !== '/' && existsSync(file) && statSync(file).isFile() ? file : join(PAGES, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': POLICY });
  if (!found.endsWith('index.html')) return createReadStream(found).pipe(response);
  let html = '';
  createReadStream(found, 'utf8').on('data', (part) => (html += part)).on('end', () => response.end(html.replace('__NONCE__', NONCE)));
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (!pathname.startsWith('/api/v1')) return page(pathname, response);
  const path = pathname.slice('/api/v1'.length);
  const audio = path.match(/^\/conversations\/([\w-]+)\/audio$/);
  if (audio) return sound(request, response, CONVERSATIONS.find((c) => c.id === audio[1]));
  let text = '';
  request.on('data', (part) => (text += part)).on('end', () => {
    const { status, body } = answer(request.method, path, searchParams, text ? JSON.parse(text) : {});
    response.writeHead(status, { 'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json' });
    response.end(status === 204 ? '' : JSON.stringify(body));
  });
}).listen(PORT, '127.0.0.1', () => console.log(`Made-up conversations at http://127.0.0.1:${PORT}`));
