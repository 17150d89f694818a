import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { match, stroke, types, type Binding } from './binding';

interface Group {
  title: string;
  bindings: Binding[];
}

interface Layer {
  add(group: { current: Group }): () => void;
  groups(): Group[];
}

const LayerContext = createContext<Layer | null>(null);
const CHORD_MS = 1200;

/** Listens once for all screens. Keys rest while one types, while a dialog is open, and where they are switched off. */
export function KeysProvider({ on, children }: { on: boolean; children: ReactNode }) {
  const [groups] = useState(() => new Set<{ current: Group }>());
  const layer = useMemo<Layer>(
    () => ({
      add(group) {
        groups.add(group);
        return () => groups.delete(group);
      },
      groups: () => [...groups].map((group) => group.current),
    }),
    [groups],
  );

  useEffect(() => {
    let before = '';
    let at = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const now = stroke(event);
      if (!now || !reachable(event, now)) return;
      const typing = types(event.target);
      const open = layer.groups().flatMap((group) => group.bindings).filter((binding) => binding.always || (on && !typing));
      const found = match(open, event.timeStamp - at < CHORD_MS ? before : '', now);
      before = found === 'prefix' ? now : '';
      at = event.timeStamp;
      if (!found || found === 'prefix') return;
      event.preventDefault();
      found.run(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [layer, on]);

  return <LayerContext value={layer}>{children}</LayerContext>;
}

/** A dialog keeps its keys to itself; Space and Enter belong to the button that has the focus. */
function reachable(event: KeyboardEvent, now: string): boolean {
  if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open')) return false;
  const focused = event.target instanceof HTMLElement ? event.target : null;
  if (now === 'Space' || now === 'Enter') {
    return !focused?.closest('button, a, [role=button], [role=tab], [role=switch], [role=checkbox], [role=combobox], input');
  }
  if (now.includes('Arrow')) return !focused?.closest('[role=tab], [role=menu], [role=listbox], [role=combobox], [role=radiogroup], input');
  return true;
}

/** Keys of the screen that is shown; they stand on the sheet under the title. */
export function useKeys(title: string, bindings: Binding[]) {
  const layer = useContext(LayerContext);
  const group = useRef<Group>({ title, bindings });
  useEffect(() => {
    group.current = { title, bindings };
  });
  useEffect(() => layer?.add(group), [layer]);
}

/** All keys that work now, for the sheet. */
export function useKeyGroups(): () => Group[] {
  const layer = useContext(LayerContext);
  return () => layer?.groups() ?? [];
}
