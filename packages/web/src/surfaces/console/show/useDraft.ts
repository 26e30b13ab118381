import type { ShowConfig } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { begun, changed, redone, undone, type History } from './draftHistory.ts';

/** Unsaved rounds by stage: going to another page of the console and back loses nothing. */
const drafts = new Map<string, History<ShowConfig>>();

export interface Draft {
  /** `null` while nothing is changed. */
  readonly config: ShowConfig | null;
  readonly change: (next: ShowConfig) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  readonly drop: () => void;
}

/** The draft of a stage; while there is one, closing or reloading the page asks first. */
export function useDraft(stageId: string, saved: ShowConfig): Draft {
  const [history, setHistory] = useState(() => drafts.get(stageId) ?? null);
  const put = (next: History<ShowConfig> | null) => {
    if (next === null) drafts.delete(stageId);
    else drafts.set(stageId, next);
    setHistory(next);
  };
  const unsaved = history !== null && history.past.length > 0;
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return {
    config: unsaved ? history.now : null,
    change: (next) =>
      put(changed(history?.past.length || history?.future.length ? history : begun(saved), next)),
    undo: unsaved ? () => put(undone(history)) : null,
    redo: history !== null && history.future.length > 0 ? () => put(redone(history)) : null,
    drop: () => put(null),
  };
}
