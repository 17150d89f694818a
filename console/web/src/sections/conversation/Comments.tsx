import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input } from 'antd';
import { useState, type RefObject } from 'react';
import { useMay, useSession } from '../../api/session';
import { clock, fineClock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { useProblemWords } from '../../parts/Failure';
import { Tag } from '../../parts/Tag';
import type { Player } from './Player';
import styles from './Panel.module.css';
import type { Evidence } from './Panel';
import { Quote } from './Quote';
import { useAddComment, useDeleteComment, useEditComment, type Comment, type Conversation } from './useConversation';
import { usePlayer } from './usePlayer';

interface Props {
  conversation: Conversation;
  comments: Comment[];
  player: Player;
  /** The turn that one is at. */
  current: RefObject<number>;
  goTo: (evidence: Evidence) => void;
}

/** What people say about moments and stretches; what is for coaching the agent sees as well. */
export function Comments({ conversation, comments, player, current, goTo }: Props) {
  const t = useText();
  const may = useMay();
  return (
    <div className={styles.tab}>
      {may('comment') && <NewComment conversation={conversation} player={player} current={current} />}
      {comments.length === 0 && <p className="quiet">{t('conversation.no_comments')}</p>}
      <ul className={styles.comments}>
        {comments.map((comment) => (
          <CommentRow key={comment.number} conversation={conversation} comment={comment} player={player} goTo={goTo} />
        ))}
      </ul>
    </div>
  );
}

function CommentRow({ conversation, comment, player, goTo }: Omit<Props, 'comments' | 'current'> & { comment: Comment }) {
  const t = useText();
  const { dateTime } = useFormats();
  const { user } = useSession();
  const remove = useDeleteComment(conversation.id);
  const edit = useEditComment(conversation.id, comment);
  const [editing, setEditing] = useState(false);
  const { number, text, start_ms: from, end_ms: to, turn, coaching, by, at } = comment;
  const go = () => {
    if (to) player.set({ region: { from, to } });
    player.seek(from);
  };
  return (
    <li id={`comment-${number}`} className={styles.comment}>
      <div className={styles.line}>
        {conversation.timed && (
          <button type="button" className={styles.when} onClick={go}>
            {to ? t('conversation.stretch', { from: clock(from), to: clock(to) }) : clock(from)}
          </button>
        )}
        <strong>{by}</strong>
        <time className="quiet" dateTime={at}>
          {dateTime(at)}
        </time>
        {coaching && <Tag tone="caution">{t('conversation.coaching')}</Tag>}
        {by === user.name && (
          <span className={styles.own}>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-expanded={editing}
              aria-label={t('conversation.edit_comment')}
              onClick={() => setEditing(!editing)}
            />
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('conversation.delete_comment')} onClick={() => remove.mutate(number)} />
          </span>
        )}
      </div>
      {turn !== undefined && <Quote conversation={conversation} of={{ turn, start: 0, end: LONGEST_QUOTE }} goTo={goTo} />}
      {editing ? <Writing of={comment} save={edit.mutateAsync} saved={() => setEditing(false)} /> : <p dir="auto">{text}</p>}
    </li>
  );
}

/** So many characters of a turn say which one it is. */
const LONGEST_QUOTE = 80;
const UNWRITTEN = { text: '', coaching: false };

function NewComment({ conversation, player, current }: Omit<Props, 'comments' | 'goTo'>) {
  const t = useText();
  const add = useAddComment(conversation.id);
  const { region } = usePlayer(player);
  // The moment at which one began to write.
  const [moment, setMoment] = useState<number>();
  const from = region?.from ?? moment ?? player.now;
  const place = () =>
    conversation.timed ? { start_ms: Math.round(from), ...(region && { end_ms: Math.round(region.to) }) } : { start_ms: 0, turn: current.current };
  return (
    <Writing
      id="comment"
      of={UNWRITTEN}
      save={(words) => add.mutateAsync({ ...words, ...place() })}
      saved={() => setMoment(undefined)}
      begun={() => setMoment((before) => before ?? player.now)}
    >
      {conversation.timed && (
        <span className="quiet number">{region ? t('conversation.stretch', { from: fineClock(region.from), to: fineClock(region.to) }) : moment !== undefined && fineClock(from)}</span>
      )}
    </Writing>
  );
}

type Words = Pick<Comment, 'text' | 'coaching'>;

interface WritingProps {
  id?: string;
  of: Words;
  save: (words: Words) => Promise<unknown>;
  saved: () => void;
  begun?: () => void;
  /** What the comment is about. */
  children?: React.ReactNode;
}

/** The words of a comment, new or old. */
function Writing({ id, of, save, saved, begun, children }: WritingProps) {
  const t = useText();
  const { message } = App.useApp();
  const problemWords = useProblemWords();
  const [text, setText] = useState(of.text);
  const [coaching, setCoaching] = useState(of.coaching);
  const [sending, setSending] = useState(false);
  const send = () => {
    if (!text.trim() || sending) return;
    setSending(true);
    save({ text: text.trim(), coaching })
      .then(() => {
        setText(of.text);
        saved();
      })
      .catch((problem: unknown) => void message.error(problemWords(problem).title))
      .finally(() => setSending(false));
  };
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={4000}
        value={text}
        aria-label={t('conversation.comment')}
        placeholder={t('conversation.comment_hint')}
        onFocus={begun}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={styles.line}>
        {children}
        <Checkbox checked={coaching} onChange={(event) => setCoaching(event.target.checked)}>
          {t('conversation.coaching_flag')}
        </Checkbox>
        <Button size="small" type="primary" htmlType="submit" className={styles.own} disabled={!text.trim()} loading={sending}>
          {t('conversation.send')}
        </Button>
      </div>
    </form>
  );
}
