import type { ReactNode } from 'react';
import { spelled } from '../../api/labels';
import { useFormats } from '../../i18n/formats';
import { useMaybeText, useText } from '../../i18n/text';
import { Feeling } from '../../parts/Feeling';
import { Tag } from '../../parts/Tag';
import styles from './Panel.module.css';
import type { Evidence } from './Panel';
import { Quote } from './Quote';
import type { Conversation } from './useConversation';

/** What the conversation comes to, each statement with the words it rests on. */
export function Summary({ conversation, goTo }: { conversation: Conversation; goTo: (evidence: Evidence) => void }) {
  const t = useText();
  const maybe = useMaybeText();
  const { percent, date, number } = useFormats();
  const { facts, emotion } = conversation;
  const { outcome, by, confidence, evidence } = facts.resolution;
  const open = facts.questions.filter((question) => !question.answers.length);
  const quote = (of: Evidence, more?: ReactNode) => (
    <Quote key={`${of.turn} ${of.start}`} conversation={conversation} of={of} goTo={goTo}>
      {more}
    </Quote>
  );
  return (
    <div className={styles.tab}>
      {conversation.summary.length > 0 && (
        <Part title={t('conversation.said')}>
          {conversation.summary.map((sentence, index) => (
            <p key={index} className={styles.sentence} dir="auto">
              {sentence}
            </p>
          ))}
        </Part>
      )}
      <Part title={t('conversation.resolution')}>
        <p className={styles.line}>
          <strong>{t(`outcomes.${outcome}`)}</strong>
          {outcome !== 'unknown' && by !== 'nobody' && <span>{t(`solvers.${by}`)}</span>}
          {outcome !== 'unknown' && <span className="quiet">{t('conversation.sure', { percent: percent(confidence) })}</span>}
        </p>
        {evidence.map((one) => quote(one))}
      </Part>
      <Part title={t('conversation.feeling')}>
        <p className={styles.line}>
          <Feeling name={emotion.label} />
          <span>{maybe(`shapes.${emotion.shape}`) || spelled(emotion.shape)}</span>
          <span className="quiet">
            {t('conversation.stars', { stars: number(emotion.satisfaction.stars, 1), low: number(emotion.satisfaction.low, 1), high: number(emotion.satisfaction.high, 1) })}
          </span>
        </p>
      </Part>
      {facts.reasons.length > 0 && <Part title={t('conversation.reasons')}>{facts.reasons.map((one) => quote(one))}</Part>}
      {facts.promises.length > 0 && (
        <Part title={t('conversation.promises')}>
          {facts.promises.map((promise) =>
            quote(promise.evidence, promise.due && <Tag tone="accent">{t('conversation.due', { date: date(new Date(`${promise.due.slice(0, 10)}T12:00:00`)) })}</Tag>),
          )}
        </Part>
      )}
      {facts.next_steps.length > 0 && <Part title={t('conversation.next_steps')}>{facts.next_steps.map((one) => quote(one))}</Part>}
      {open.length > 0 && <Part title={t('conversation.unanswered')}>{open.map((question) => quote(question.evidence))}</Part>}
      {facts.repeat_contacts.length > 0 && <Part title={t('kinds.repeat_contact')}>{facts.repeat_contacts.map((one) => quote(one))}</Part>}
      {facts.escalations.length > 0 && <Part title={t('kinds.escalation')}>{facts.escalations.map((one) => quote(one))}</Part>}
      {facts.entities.length > 0 && (
        <Part title={t('conversation.entities')}>
          <ul className={styles.entities}>
            {unique(facts.entities).map((entity) => (
              <li key={`${entity.kind} ${entity.name}`}>
                <button type="button" onClick={() => goTo(entity)}>
                  <span className="quiet">{maybe(`kinds.${entity.kind}`) || spelled(entity.kind)}</span>
                  {entity.name}
                </button>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {conversation.keywords.length > 0 && (
        <Part title={t('conversation.keywords')}>
          <p className={styles.line}>
            {conversation.keywords.map((keyword) => (
              <Tag key={keyword}>{keyword}</Tag>
            ))}
          </p>
        </Part>
      )}
    </div>
  );
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function unique<T extends { kind: string; name: string }>(entities: T[]): T[] {
  return [...new Map(entities.map((entity) => [`${entity.kind} ${entity.name}`, entity])).values()];
}
