import { useCallback, useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { Button, Tooltip } from 'antd';
import { ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { clock } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { movedTo, zoomed, type View } from './axis';
import { drawMinimap, drawTimeline, HEIGHT, type Scene } from './draw';
import type { Player } from './Player';
import styles from './Timeline.module.css';
import type { Comment } from './useConversation';
import { usePlayer } from './usePlayer';

const MINIMAP = 22;
const DRAG_PX = 4;

interface Props {
  player: Player;
  scene: Scene;
  comments: Comment[];
  openComment: (comment: Comment) => void;
}

/** Both voices, redactions, silences, overlaps, feelings and comments on one axis of time. */
export function Timeline({ player, scene: heard, comments, openComment }: Props) {
  const t = useText();
  const { durationMs } = heard;
  const { region, follow } = usePlayer(player);
  const scene = { ...heard, region };
  const [view, setView] = useState<View>({ from: 0, to: durationMs });
  const field = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const width = useWidth(field);
  const look = useLook();

  useLayoutEffect(() => {
    if (canvas.current && width) drawTimeline(canvas.current, width, scene, view);
    // The scene is made anew at each rendering; what it is made of counts.
  }, [heard, region, view, width, look]);

  const share = (view.to - view.from) / durationMs;
  useEffect(
    () =>
      player.onMove((ms) => {
        const at = (ms - view.from) / (view.to - view.from);
        if (head.current) {
          head.current.style.transform = `translateX(${at * width}px)`;
          head.current.hidden = at < 0 || at > 1;
        }
        field.current?.setAttribute('aria-valuenow', String(Math.round(ms / 1000)));
        field.current?.setAttribute('aria-valuetext', clock(ms));
        if (follow && share < 1 && (at < 0 || at > 0.95)) setView((before) => movedTo(before, durationMs, ms - 0.1 * (before.to - before.from)));
      }),
    [player, view, width, follow, share, durationMs],
  );

  const msAt = useCallback(
    (clientX: number) => {
      const box = field.current!.getBoundingClientRect();
      const at = Math.max(0, Math.min(1, (clientX - box.left) / box.width));
      return view.from + at * (view.to - view.from);
    },
    [view],
  );
  const zoom = useCallback((factor: number, ms = player.now) => setView((before) => zoomed(before, durationMs, factor, ms)), [player, durationMs]);
  useWheel(field, zoom, setView, msAt, durationMs);
  const drag = useDrag(player, msAt);

  return (
    <div className={styles.timeline}>
      <div className={styles.names} aria-hidden="true">
        {heard.tracks.slice(0, 2).map((track, lane) => (
          <span key={lane} style={{ top: lane * 42 + 10 }}>
            <i data-speaker={track.speaker} />
            {t(`speakers.${track.speaker}`)}
          </span>
        ))}
        <span style={{ top: 105 }}>{t('conversation.feeling')}</span>
      </div>
      <div
        ref={field}
        className={styles.field}
        style={{ height: HEIGHT }}
        role="slider"
        tabIndex={0}
        aria-label={t('conversation.position')}
        aria-valuemin={0}
        aria-valuemax={Math.round(durationMs / 1000)}
        aria-valuenow={0}
        {...drag}
      >
        <canvas ref={canvas} className={styles.canvas} />
        <div ref={head} className={styles.head} />
      </div>
      <div className={styles.comments} style={{ width: width || undefined }}>
        {comments
          .filter((comment) => comment.start_ms >= view.from && comment.start_ms <= view.to)
          .map((comment) => (
            <Tooltip key={comment.number} title={comment.text}>
              <button
                type="button"
                className={styles.comment}
                data-coaching={comment.coaching}
                aria-label={t('conversation.comment_at', { at: clock(comment.start_ms), name: comment.by })}
                style={{ left: `${((comment.start_ms - view.from) / (view.to - view.from)) * 100}%` }}
                onClick={() => openComment(comment)}
              />
            </Tooltip>
          ))}
      </div>
      <Minimap scene={heard} view={view} setView={setView} shown={share < 0.999} look={look} />
      <div className={styles.zoom}>
        <Tooltip title={t('conversation.zoom_in')}>
          <Button type="text" size="small" icon={<ZoomInOutlined />} aria-label={t('conversation.zoom_in')} onClick={() => zoom(0.5)} />
        </Tooltip>
        <Tooltip title={t('conversation.zoom_out')}>
          <Button type="text" size="small" icon={<ZoomOutOutlined />} disabled={share >= 0.999} aria-label={t('conversation.zoom_out')} onClick={() => zoom(2)} />
        </Tooltip>
      </div>
    </div>
  );
}

/** A click goes there, a drag marks a stretch. */
function useDrag(player: Player, msAt: (x: number) => number) {
  const begun = useRef<{ x: number; ms: number; moved: boolean }>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      begun.current = { x: event.clientX, ms: msAt(event.clientX), moved: false };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const from = begun.current;
      if (!from || (!from.moved && Math.abs(event.clientX - from.x) < DRAG_PX)) return;
      from.moved = true;
      const now = msAt(event.clientX);
      player.set({ region: { from: Math.min(from.ms, now), to: Math.max(from.ms, now) } });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = begun.current;
      begun.current = null;
      if (!from) return;
      player.seek(from.moved ? player.state.region!.from : msAt(event.clientX));
    },
  };
}

/** The wheel pages through what is zoomed in; with Ctrl it zooms. */
function useWheel(
  field: React.RefObject<HTMLElement | null>,
  zoom: (factor: number, ms: number) => void,
  setView: React.Dispatch<React.SetStateAction<View>>,
  msAt: (x: number) => number,
  durationMs: number,
) {
  useEffect(() => {
    const element = field.current!;
    const turn = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(Math.exp(event.deltaY / 300), msAt(event.clientX));
      } else if (event.deltaX) {
        event.preventDefault();
        setView((view) => movedTo(view, durationMs, view.from + (event.deltaX / element.clientWidth) * (view.to - view.from)));
      }
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [field, zoom, setView, msAt, durationMs]);
}

function Minimap({ scene, view, setView, shown, look }: { scene: Scene; view: View; setView: React.Dispatch<React.SetStateAction<View>>; shown: boolean; look: string }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(box);
  useLayoutEffect(() => {
    if (shown && canvas.current && width) drawMinimap(canvas.current, width, MINIMAP, scene);
  }, [scene, width, shown, look]);
  const pan = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return;
    const { left } = box.current!.getBoundingClientRect();
    const middle = ((event.clientX - left) / width) * scene.durationMs;
    setView((before) => movedTo(before, scene.durationMs, middle - (before.to - before.from) / 2));
  };
  return (
    <div ref={box} className={styles.minimap} hidden={!shown} aria-hidden="true" onPointerDown={pan} onPointerMove={pan}>
      <canvas ref={canvas} className={styles.canvas} style={{ height: MINIMAP }} />
      <div className={styles.window} style={{ left: `${(view.from / scene.durationMs) * 100}%`, width: `${((view.to - view.from) / scene.durationMs) * 100}%` }} />
    </div>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    measure.observe(element.current!);
    return () => measure.disconnect();
  }, [element]);
  return width;
}

/** Canvases take their colours when they are drawn, so they are drawn again when the look changes. */
function useLook(): string {
  const [look, setLook] = useState(document.documentElement.dataset.look ?? '');
  useEffect(() => {
    const watch = new MutationObserver(() => setLook(document.documentElement.dataset.look ?? ''));
    watch.observe(document.documentElement, { attributeFilter: ['data-look'] });
    return () => watch.disconnect();
  }, []);
  return look;
}
