import { DeleteOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useMay, useSession } from '../../api/session';
import { clock, fineClock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { useProblemWords } from '../../parts/Failure';
import { Tag } from '../../parts/Tag';
import type { Player } from './Player';
import styles from './Panel.module.css';
import { useAddComment, useDeleteComment, type Comment, type Conversation } from './useConversation';
import { usePlayer } from './usePlayer';

interface Props {
  conversation: Conversation;
  comments: Comment[];
  player: Player;
}

/** What people say about moments and stretches; what is for coaching the agent sees as well. */
export function Comments({ conversation, comments, player }: Props) {
  const t = useText();
  const may = useMay();
  return (
    <div className={styles.tab}>
      {may('comment') && <NewComment conversation={conversation} player={player} />}
      {comments.length === 0 && <p className="quiet">{t('conversation.no_comments')}</p>}
      <ul className={styles.comments}>
        {comments.map((comment) => (
          <CommentRow key={comment.number} conversation={conversation} comment={comment} player={player} />
        ))}
      </ul>
    </div>
  );
}

function CommentRow({ conversation, comment, player }: { conversation: Conversation; comment: Comment; player: Player }) {
  const t = useText();
  const { dateTime } = useFormats();
  const { user } = useSession();
  const remove = useDeleteComment(conversation.id);
  const { number, text, start_ms: from, end_ms: to, coaching, by, at } = comment;
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
          <Button
            type="text"
            size="small"
            className={styles.delete}
            icon={<DeleteOutlined />}
            aria-label={t('conversation.delete_comment')}
            onClick={() => remove.mutate(number)}
          />
        )}
      </div>
      <p dir="auto">{text}</p>
    </li>
  );
}

function NewComment({ conversation, player }: Omit<Props, 'comments'>) {
  const t = useText();
  const { message } = App.useApp();
  const words = useProblemWords();
  const add = useAddComment(conversation.id);
  const { region } = usePlayer(player);
  const [text, setText] = useState('');
  const [coaching, setCoaching] = useState(false);
  // The moment at which one began to write.
  const [moment, setMoment] = useState<number>();
  const from = region?.from ?? moment ?? player.now;
  const send = () => {
    if (!text.trim()) return;
    add.mutate(
      { text: text.trim(), start_ms: Math.round(from), ...(region && { end_ms: Math.round(region.to) }), coaching },
      {
        onSuccess: () => {
          setText('');
          setMoment(undefined);
        },
        onError: (problem) => void message.error(words(problem).title),
      },
    );
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
        id="comment"
        rows={3}
        maxLength={4000}
        value={text}
        aria-label={t('conversation.comment')}
        placeholder={t('conversation.comment_hint')}
        onFocus={() => setMoment((before) => before ?? player.now)}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className={styles.line}>
        {conversation.timed && (
          <span className="quiet number">{region ? t('conversation.stretch', { from: fineClock(region.from), to: fineClock(region.to) }) : moment !== undefined && fineClock(from)}</span>
        )}
        <Checkbox checked={coaching} onChange={(event) => setCoaching(event.target.checked)}>
          {t('conversation.coaching_flag')}
        </Checkbox>
        <Button size="small" type="primary" htmlType="submit" className={styles.delete} disabled={!text.trim()} loading={add.isPending}>
          {t('conversation.send')}
        </Button>
      </div>
    </form>
  );
}
