import type { Display, HostView } from '@leitai/rules/show';
import { useHostWords } from '../../words/host.ts';
import { Drawer } from './Drawer.tsx';
import type { Act } from './useDesk.ts';

const SCORES: readonly Display['scores'][] = ['all', 'top', 'none', 'ceremony'];

/** Places that will be called, the last first: those up to `top`, as shared as they are. */
function calls(view: HostView): number[] {
  const places = new Set(view.scores.flatMap(({ place }) => (place === null ? [] : [place])));
  return [...places].filter((place) => place <= view.display.top).sort((a, b) => b - a);
}

/** The next place of the ceremony, or `null` when all were called. */
const nextCall = (view: HostView): number | null =>
  calls(view).find((place) => view.display.revealFrom === null || place < view.display.revealFrom) ?? null;

/** What the hall sees of the scores, and the calling of the winners. */
export function DisplayPanel(props: { view: HostView; act: Act; ready: boolean; onClose: () => void }) {
  const { view, act, ready, onClose } = props;
  const say = useHostWords();
  const { display } = view;
  const set = (change: Partial<Display>): void =>
    act({ type: 'setDisplay', display: { ...display, ...change } });
  const call = nextCall(view);
  return (
    <Drawer title={say('display')} onClose={onClose}>
      <fieldset className="reasons" disabled={!ready}>
        <legend>{say('displayScores')}</legend>
        {SCORES.map((scores) => (
          <label key={scores}>
            <input
              type="radio"
              name="scores"
              checked={display.scores === scores}
              onChange={() => set({ scores, ...(scores === 'ceremony' ? { revealFrom: null } : {}) })}
            />
            {say(`display_${scores}`)}
          </label>
        ))}
        <label>
          {say('displayTop')}
          <input
            type="number"
            min={1}
            max={view.scores.length}
            value={display.top}
            onChange={(event) => Number(event.target.value) >= 1 && set({ top: Number(event.target.value) })}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={display.scene === 'board'}
            onChange={(event) => set({ scene: event.target.checked ? 'board' : 'auto' })}
          />
          {say('displayBoard')}
        </label>
      </fieldset>
      {view.phase === 'finished' && display.scores === 'ceremony' && (
        <button
          type="button"
          className="main call"
          disabled={!ready || call === null}
          onClick={() => call !== null && set({ revealFrom: call })}
        >
          {call === null ? say('allCalled') : say('callPlace', { place: call })}
        </button>
      )}
      <p className="quiet">{say('displayHint')}</p>
    </Drawer>
  );
}
