// Conversations that nobody had, the same ones each time.
let seed = 42;
const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
const pick = (list) => list[Math.floor(random() * list.length)];

const AGENTS = ['Maya Torres', 'Bo Li', 'Jonas Weber', '王芳', 'Priya Nair'];
const QUEUES = ['Orders', 'Billing', 'Repairs', '售后'];
const INTENTS = ['cancel_order', 'refund_request', 'delivery_late', 'billing_question'];
const EMOTIONS = [['anger', -0.9], ['frustration', -0.6], ['neutral', 0], ['neutral', 0], ['gratitude', 0.6], ['anxiety', -0.4], ['satisfaction', 0.7], ['relief', 0.5]];
const EN = {
  customer: ['I ordered a kettle two weeks ago and it still has not arrived', 'This is the third time I call about the same refund', 'So when will the money be back on my account', 'My card number is [CARD] if you need it', 'I am sorry but that is not good enough', 'Okay that sounds fair thank you', 'Can you tell me why I was charged twice', 'I just want to cancel the whole order'],
  agent: ['Thank you for calling how can I help you today', 'I am very sorry about the delay let me check the order', 'I can see the parcel was returned to our warehouse on Monday', 'I will refund the delivery fee within three working days', 'Is there anything else that I can do for you', 'Could you hold for a minute while I ask my colleague', 'The charge will be taken off your next bill I promise'],
};
const ZH = {
  customer: ['我上周买的电饭煲到现在还没有收到', '已经打了三次电话了，退款怎么还没有到账', '你们这个物流也太慢了吧', '我的卡号是[CARD]，你看一下', '好的，那谢谢你了', '为什么扣了我两次钱'],
  agent: ['您好，请问有什么可以帮您', '非常抱歉给您带来不便，我马上帮您查询', '退款会在三个工作日内原路退回', '这边已经帮您登记了加急处理', '请问还有其他可以帮您的吗'],
};

function wordsOf(text, start, end) {
  const chinese = /\p{Script=Han}/u.test(text);
  const parts = chinese ? text.match(/\[[A-Z]+\]|\p{Script=Han}{1,2}/gu) : text.split(' ');
  const step = (end - start) / parts.length;
  return parts.map((word, i) => {
    const confidence = random() < 0.06 ? 0.42 : 0.93;
    return { text: word, start_ms: Math.round(start + i * step), end_ms: Math.round(start + (i + 0.92) * step), confidence, alternatives: confidence < 0.5 ? ['order', 'older'] : [] };
  });
}

function conversation(index, length) {
  const chinese = index % 4 === 3;
  const call = index % 3 !== 1;
  const lines = chinese ? ZH : EN;
  const turns = [];
  const findings = [];
  let at = 900;
  for (let i = 0; i < length; i++) {
    const speaker = i % 2 ? 'customer' : 'agent';
    const text = pick(lines[speaker]);
    const silence = random() < 0.05 ? 6000 + random() * 9000 : 250 + random() * 700;
    const start = Math.round(i % 17 === 9 ? at - 700 : at + silence);
    const end = start + Math.round(text.length * (chinese ? 210 : 62));
    if (silence > 6000) findings.push({ kind: 'silence', name: '', turn: i, start: 0, end: 0, confidence: 1, figures: { start_ms: at, duration_ms: start - at } });
    if (i % 17 === 9) findings.push({ kind: 'overlap', name: speaker, turn: i, start: 0, end: 4, confidence: 0.8, figures: { start_ms: start, duration_ms: 700 } });
    const mood = Math.sin(i / 9 + index);
    const [emotion, valence] = speaker === 'customer' ? (mood < -0.5 ? EMOTIONS[index % 2] : mood > 0.6 ? EMOTIONS[4] : ['neutral', 0]) : ['neutral', 0];
    const card = text.indexOf('[CARD]');
    turns.push({
      turn: i, speaker, speaker_confidence: i % 9 === 4 ? 0.6 : 0.97, audio_channel: i % 2, start_ms: call ? start : start * 4, end_ms: call ? end : start * 4, text, confidence: 0.9, words: call ? wordsOf(text, start, end) : [],
      language: chinese ? 'zh' : 'en', emotion: { name: emotion, confidence: 0.8 }, valence, displeasure: Math.max(0, -valence), arousal: 0.2,
      intents: i === 1 ? [{ name: INTENTS[index % 4], confidence: 0.91 }] : [], redactions: card < 0 ? [] : [{ type: 'card', start: card, end: card + 6 }],
    });
    if (emotion !== 'neutral') findings.push({ kind: 'emotion', name: emotion, turn: i, start: 0, end: Math.min(24, text.length), confidence: 0.84, figures: {} });
    if (i === 1) findings.push({ kind: 'intent', name: INTENTS[index % 4], turn: 1, start: 0, end: text.length, confidence: 0.91, figures: {} });
    at = end;
  }
  const [label, valence] = EMOTIONS[index % EMOTIONS.length];
  const evidence = (kind, name, turn, figures = {}) => ({ kind, name, turn, start: 0, end: turns[turn].text.length, confidence: 0.8, figures });
  const last = turns.at(-1);
  return {
    id: `c${String(index).padStart(6, '0')}`, source: call ? 'recorder' : 'shop-chats', channel: call ? 'call' : 'chat', language: chinese ? 'zh' : 'en',
    started_at: new Date(Date.UTC(2026, 10, 21, 16) - index * 5_400_000 * (1 + random())).toISOString(), received_at: '2026-11-21T18:00:00Z', duration_ms: last.end_ms + 1500, timed: true,
    agent: AGENTS[index % 5], customer: `K-${40800 + (index % 17)}`, queue: QUEUES[index % 4], attributes: { campaign: 'autumn', site: 'Lisbon' }, diarized: call && index % 5 === 0, speaker_source: 'channels',
    speaker_confidence: 0.97, audio: call, redacted: true, original_kept: true, intents: [{ name: INTENTS[index % 4], confidence: 0.91 }],
    emotion: { label, valence, start: valence / 2, lowest: Math.min(-0.2, valence), end: valence, peak_end: valence, arousal: 0.4, shape: ['steady', 'recovery', 'escalation', 'displeased', 'brightening'][index % 5], satisfaction: { stars: 3 + valence * 2, low: 2 + valence, high: 4 + valence } },
    score: Math.round((50 + valence * 40 + random() * 10) * 10) / 10,
    score_parts: [{ name: 'emotion_end', value: 50 + 50 * valence, weight: 0.3 }, { name: 'emotion_course', value: 48, weight: 0.2 }, { name: 'resolution', value: 70, weight: 0.25 }, { name: 'responsiveness', value: 92, weight: 0.1 }, { name: 'silence_overlap', value: 81, weight: 0.15 }],
    talk: { agent_share: 0.46, customer_share: 0.38, silence_share: 0.16, longest_silence_ms: 14200, overlaps: 3, overlap_ms: 2100, agent_rate: 152, customer_rate: 171, first_response_ms: 1400 },
    keywords: chinese ? ['退款', '物流', '订单'] : ['refund', 'delivery fee', 'warehouse'],
    summary: [turns[1].text, turns[length - 2].text],
    facts: {
      reasons: [evidence('reason', '', 1)], promises: [{ evidence: evidence('promise', 'agent', 2), term: 'P3D', due: '2026-11-24' }], next_steps: [evidence('next_step', '', 3)],
      resolution: { outcome: ['solved', 'partly', 'unsolved', 'unknown'][index % 4], by: 'agent', confidence: 0.78, evidence: [evidence('resolution', 'solved', length - 1)] },
      repeat_contacts: index % 2 ? [evidence('repeat_contact', '', 3, { times: 3 })] : [], escalations: [],
      questions: [{ evidence: evidence('question', '', 1), answers: [evidence('answer', '', 2)] }, { evidence: evidence('question', '', 3), answers: [] }],
      entities: [{ ...evidence('amount', '40', 1), start: 2, end: 9 }, { ...evidence('date', '2026-11-24', 2), start: 0, end: 5 }, { ...evidence('product', 'kettle', 3), start: 0, end: 6 }],
      acts: turns.filter((turn) => turn.turn % 5 === 2).map((turn) => evidence('act', turn.speaker === 'agent' ? 'apology' : 'request', turn.turn)),
    },
    findings, turns,
  };
}

export const CONVERSATIONS = Array.from({ length: 120 }, (_, i) => conversation(i, i === 0 ? 1500 : 14 + (i % 5) * 8));

export const summaryOf = (c) => ({
  id: c.id, source: c.source, channel: c.channel, language: c.language, started_at: c.started_at, duration_ms: c.duration_ms, agent: c.agent, customer: c.customer, queue: c.queue, turns: c.turns.length,
  intents: c.intents, emotion: c.emotion, score: c.score, keywords: c.keywords, summary: c.summary, outcome: c.facts.resolution.outcome, speaker_confidence: c.speaker_confidence, indexed_at: c.received_at,
});

export function peaks(c) {
  const stretch_ms = 20;
  const tracks = ['agent', 'customer'].map((speaker, track) => {
    const values = new Array(Math.ceil(c.duration_ms / stretch_ms)).fill(0.01);
    c.turns.filter((turn) => turn.audio_channel === track).forEach((turn) => {
      for (let i = Math.floor(turn.start_ms / stretch_ms); i < turn.end_ms / stretch_ms; i++) values[i] = 0.15 + 0.6 * Math.abs(Math.sin(i * 0.31) * Math.sin(i * 0.077)) * (0.6 + 0.4 * Math.sin(i * 1.7));
    });
    return { speaker, peaks: values.map((v) => Math.round(v * 1000) / 1000) };
  });
  return { duration_ms: c.duration_ms, stretch_ms, tracks };
}

const kept = new Map();

/** Two tracks of hum, 8 kHz: what is heard is whose turn it is. */
export function wav(c) {
  if (!kept.has(c.id)) kept.set(c.id, hum(c));
  return kept.get(c.id);
}

function hum(c) {
  const rate = 8000;
  const frames = Math.round((c.duration_ms / 1000) * rate);
  const bytes = Buffer.alloc(44 + frames * 4);
  bytes.write('RIFF', 0), bytes.writeUInt32LE(36 + frames * 4, 4), bytes.write('WAVEfmt ', 8), bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20), bytes.writeUInt16LE(2, 22), bytes.writeUInt32LE(rate, 24), bytes.writeUInt32LE(rate * 4, 28), bytes.writeUInt16LE(4, 32), bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36), bytes.writeUInt32LE(frames * 4, 40);
  c.turns.forEach((turn) => {
    for (let i = Math.floor((turn.start_ms / 1000) * rate); i < Math.min(frames, (turn.end_ms / 1000) * rate); i++) {
      bytes.writeInt16LE(Math.round(4000 * Math.sin(i * (turn.audio_channel ? 0.13 : 0.1))), 44 + i * 4 + turn.audio_channel * 2);
    }
  });
  return bytes;
}
