import { CheckOutlined, CloseOutlined, EditOutlined } from '@ant-design/icons';
import { App, Button, Select, Tooltip } from 'antd';
import { useState } from 'react';
import { useLabelNames } from '../../api/labels';
import { useMay } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { useProblemWords } from '../../parts/Failure';
import { Face } from '../../parts/Feeling';
import { Tag } from '../../parts/Tag';
import { notesOf } from './notes';
import styles from './Panel.module.css';
import type { Evidence } from './Panel';
import { Quote } from './Quote';
import { Part } from './Summary';
import { useReview, useReviews, type Conversation, type Review } from './useConversation';
import { useNoteWords } from './useNoteWords';

/** Something that was found; turn -1 says it of the whole conversation. */
interface Claim {
  kind: string;
  name: string;
  turn: number;
  start: number;
  end: number;
  confidence: number;
}

const OUTCOMES = ['solved', 'partly', 'unsolved', 'unknown'];

/** Everything that was found, to be confirmed or set right. */
export function Findings({ conversation, goTo }: { conversation: Conversation; goTo: (evidence: Evidence) => void }) {
  const t = useText();
  const { data: reviews = [] } = useReviews(conversation.id);
  const whole = wholeClaims(conversation);
  const notes = [...notesOf(conversation).values()].flat();
  const row = (claim: Claim) => (
    <ClaimRow
      key={`${claim.kind} ${claim.name} ${claim.turn} ${claim.start}`}
      claim={claim}
      conversation={conversation}
      goTo={goTo}
      reviews={reviews.filter((review) => review.kind === claim.kind && review.turn === claim.turn && review.name === claim.name)}
    />
  );
  return (
    <div className={styles.tab}>
      <Part title={t('conversation.of_the_whole')}>{whole.map(row)}</Part>
      {notes.length > 0 && <Part title={t('conversation.in_turns')}>{notes.map(row)}</Part>}
    </div>
  );
}

function wholeClaims({ intents, emotion, facts }: Conversation): Claim[] {
  const whole = { turn: -1, start: 0, end: 0 };
  return [
    ...intents.map(({ name, confidence }) => ({ kind: 'intent', name, confidence, ...whole })),
    { kind: 'emotion', name: emotion.label, confidence: 0, ...whole },
    { kind: 'outcome', name: facts.resolution.outcome, confidence: facts.resolution.confidence, ...whole },
  ];
}

interface RowProps {
  claim: Claim;
  conversation: Conversation;
  goTo: (evidence: Evidence) => void;
  reviews: Review[];
}

function ClaimRow({ claim, conversation, goTo, reviews }: RowProps) {
  const t = useText();
  const may = useMay();
  const { percent } = useFormats();
  const { words, kind, tone, valence } = useNoteWords();
  return (
    <div className={styles.claim}>
      <div className={styles.line}>
        <span className="quiet">{kind(claim.kind)}</span>
        <Tag tone={tone(claim)}>
          {claim.kind === 'emotion' && <Face valence={valence(claim.name)} size={12} />}
          {words(claim)}
        </Tag>
        {claim.confidence > 0 && <span className={`number ${styles.sure}`}>{t('conversation.sure', { percent: percent(claim.confidence) })}</span>}
      </div>
      {claim.turn >= 0 && <Quote conversation={conversation} of={claim} goTo={goTo} />}
      {reviews.map((review) => (
        <p key={review.number} className={styles.verdict}>
          {t(`conversation.verdict.${review.verdict}`, { name: review.by, correct: words({ kind: review.kind, name: review.correct_name }) })}
        </p>
      ))}
      {may('review') && <Verdicts claim={claim} id={conversation.id} />}
    </div>
  );
}

function Verdicts({ claim, id }: { claim: Claim; id: string }) {
  const t = useText();
  const { message } = App.useApp();
  const problemWords = useProblemWords();
  const { words } = useNoteWords();
  const [correcting, setCorrecting] = useState(false);
  const review = useReview(id);
  const names = useLabelNames();
  const others = { intent: names.intents, emotion: names.emotions, outcome: OUTCOMES }[claim.kind]?.filter((name) => name !== claim.name);
  const say = (verdict: Review['verdict'], correct_name?: string) => {
    setCorrecting(false);
    review.mutate(
      { kind: claim.kind, name: claim.name, turn: claim.turn, verdict, ...(correct_name && { correct_name }) },
      { onError: (problem) => void message.error(problemWords(problem).title) },
    );
  };
  const button = (name: string, icon: React.ReactNode, run: () => void) => (
    <Tooltip title={t(`conversation.${name}`)}>
      <Button type="text" size="small" icon={icon} aria-label={t('conversation.judge', { verdict: t(`conversation.${name}`), what: words(claim) })} onClick={run} />
    </Tooltip>
  );
  return (
    <div className={styles.verdicts}>
      {button('confirm', <CheckOutlined />, () => say('confirmed'))}
      {others && others.length > 0 && button('correct', <EditOutlined />, () => setCorrecting(!correcting))}
      {button('reject', <CloseOutlined />, () => say('rejected'))}
      {correcting && (
        <Select
          autoFocus
          defaultOpen
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          className={styles.correct}
          aria-label={t('conversation.correct_to')}
          placeholder={t('conversation.correct_to')}
          options={others!.map((name) => ({ value: name, label: words({ kind: claim.kind, name }) }))}
          onChange={(name: string) => say('corrected', name)}
          onBlur={() => setCorrecting(false)}
        />
      )}
    </div>
  );
}
