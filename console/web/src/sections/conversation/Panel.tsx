import { Tabs } from 'antd';
import type { RefObject } from 'react';
import { useText } from '../../i18n/text';
import { Comments } from './Comments';
import { Contacts } from './Contacts';
import { Details } from './Details';
import { Findings } from './Findings';
import type { Player } from './Player';
import { Summary } from './Summary';
import type { Comment, Conversation } from './useConversation';

export type Tab = 'summary' | 'findings' | 'comments' | 'contacts' | 'details';

/** The way to the words that something rests on. */
export interface Evidence {
  turn: number;
  start: number;
  end: number;
}

interface Props {
  conversation: Conversation;
  player: Player;
  comments: Comment[];
  /** The turn that one is at. */
  current: RefObject<number>;
  goTo: (evidence: Evidence) => void;
  tab: Tab;
  setTab: (tab: Tab) => void;
}

export function Panel({ conversation, player, comments, current, goTo, tab, setTab }: Props) {
  const t = useText();
  const content = {
    summary: <Summary conversation={conversation} goTo={goTo} />,
    findings: <Findings conversation={conversation} goTo={goTo} />,
    comments: <Comments conversation={conversation} comments={comments} player={player} current={current} goTo={goTo} />,
    contacts: <Contacts id={conversation.id} />,
    details: <Details conversation={conversation} />,
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={(key) => setTab(key as Tab)}
      size="small"
      items={(Object.keys(content) as Tab[]).map((key) => ({
        key,
        label: t(`conversation.tab.${key}`) + (key === 'comments' && comments.length ? ` ${comments.length}` : ''),
        children: content[key],
      }))}
    />
  );
}
