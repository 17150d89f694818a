import { CaretRightFilled, FastForwardOutlined, PauseOutlined, RedoOutlined, RetweetOutlined, SwapOutlined, UndoOutlined, VerticalAlignMiddleOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSetPreferences } from '../../api/session';
import { clock, fineClock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { SPEEDS, type Player } from './Player';
import styles from './Transport.module.css';
import { usePlayer } from './usePlayer';

/** What one does with the sound. */
export function Transport({ player, durationMs, children }: { player: Player; durationMs: number; children?: ReactNode }) {
  const t = useText();
  const { number } = useFormats();
  const setPreferences = useSetPreferences();
  const { playing, sound, failed, speed, skipSilence, swapped, follow, loop, region } = usePlayer(player);
  const play = t(playing ? 'conversation.pause' : 'conversation.play');
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('conversation.player')}>
      {sound && (
        <>
          <Tooltip title={t('conversation.back5')}>
            <Button type="text" icon={<UndoOutlined />} aria-label={t('conversation.back5')} onClick={() => player.seek(player.now - 5000)} />
          </Tooltip>
          <Button
            type="primary"
            shape="circle"
            size="large"
            icon={playing ? <PauseOutlined /> : <CaretRightFilled />}
            aria-label={play}
            disabled={failed}
            onClick={() => player.toggle()}
          />
          <Tooltip title={t('conversation.on5')}>
            <Button type="text" icon={<RedoOutlined />} aria-label={t('conversation.on5')} onClick={() => player.seek(player.now + 5000)} />
          </Tooltip>
        </>
      )}
      <Clock player={player} durationMs={durationMs} />
      {sound && (
        <>
          <Select
            size="small"
            variant="borderless"
            popupMatchSelectWidth={false}
            aria-label={t('conversation.speed')}
            value={speed}
            onChange={(next) => {
              player.setSpeed(next);
              setPreferences({ speed: next });
            }}
            options={SPEEDS.map((value) => ({ value, label: t('conversation.times', { n: number(value, value % 1 ? 2 : 0) }) }))}
          />
          <Switch on={skipSilence} text="conversation.skip_silence" icon={<FastForwardOutlined />} turn={() => {
            player.set({ skipSilence: !skipSilence });
            setPreferences({ skip_silence: !skipSilence });
          }} />
          <Switch on={loop} text={region ? 'conversation.loop' : 'conversation.loop_none'} icon={<RetweetOutlined />} disabled={!region} turn={() => player.set({ loop: !loop })} />
          <Switch on={swapped} text="conversation.swap" icon={<SwapOutlined />} turn={() => player.swap()} />
        </>
      )}
      <Switch on={follow} text="conversation.follow" icon={<VerticalAlignMiddleOutlined />} turn={() => player.set({ follow: !follow })} />
      {failed && <span role="alert">{t('conversation.no_sound')}</span>}
      <div className={styles.more}>{children}</div>
    </div>
  );
}

function Switch({ on, text, icon, disabled, turn }: { on: boolean; text: string; icon: ReactNode; disabled?: boolean; turn: () => void }) {
  const t = useText();
  return (
    <Tooltip title={t(text)}>
      <Button type="text" className={styles.switch} icon={icon} aria-label={t(text)} aria-pressed={on} disabled={disabled} onClick={turn} />
    </Tooltip>
  );
}

/** Written by hand, many times a second. */
function Clock({ player, durationMs }: { player: Player; durationMs: number }) {
  const now = useRef<HTMLElement>(null);
  useEffect(
    () =>
      player.onMove((ms) => {
        if (now.current) now.current.textContent = fineClock(ms);
      }),
    [player],
  );
  return (
    <span className={styles.clock}>
      <b ref={now} />
      <span className="quiet"> / {clock(durationMs)}</span>
    </span>
  );
}
