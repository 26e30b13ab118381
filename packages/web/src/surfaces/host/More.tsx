import type { HostAct, HostView, RoundKind } from '@leitai/rules/show';
import { useHostWords, type HostWord } from '../../words/host.ts';
import type { Question } from './Ask.tsx';
import { KeyButton } from './KeyButton.tsx';
import { LETTER, type PlainType, undoWords } from './primary.ts';
import type { Act } from './useDesk.ts';

/** Plain acts that may be wanted instead of the big button, with their keys. */
const OTHER: readonly PlainType[] = ['openBuzzers', 'finishAnswer', 'giveToAudience', 'closeQuestion'];

const FINISH: Partial<Record<RoundKind, HostWord>> = { charades: 'finishTurn', rapid: 'finishRapid' };

/** Everything else that would be accepted now: undo first, then the rarer acts; the grave ones ask. */
export function More({
  view,
  act,
  ready,
  ask,
}: {
  view: HostView;
  act: Act;
  ready: boolean;
  ask: (question: Question) => void;
}) {
  const say = useHostWords();
  const { allowed, next } = view;
  const others = OTHER.filter((type) => allowed.includes(type) && next?.type !== type);
  const word = (type: PlainType): HostWord => {
    if (type === 'finishAnswer') return FINISH[view.round?.kind ?? 'audience'] ?? 'finishAnswer';
    if (type !== 'openBuzzers' || view.phase !== 'judged') return type;
    return view.turn?.first == null ? 'openAgain' : 'offer';
  };
  return (
    <section className="more">
      <KeyButton
        keys="u"
        cap="U"
        className="undo"
        disabled={!ready || view.undo === null || !allowed.includes('undo')}
        onClick={() => act({ type: 'undo' })}
      >
        {undoWords(view, say)}
      </KeyButton>
      {others.map((type) => (
        <KeyButton
          key={type}
          keys={LETTER[type]}
          cap={LETTER[type].toUpperCase()}
          disabled={!ready}
          onClick={() => act({ type })}
        >
          {say(word(type))}
        </KeyButton>
      ))}
      {allowed.includes('startDecider') &&
        next?.type !== 'startDecider' &&
        tied(view).map((command) => (
          <button key={command.place} type="button" disabled={!ready} onClick={() => act(command.act)}>
            {say('decider', { place: command.place })}
          </button>
        ))}
      {allowed.includes('finish') && next?.type === 'startDecider' && (
        <button type="button" disabled={!ready} onClick={() => ask({ kind: 'finish' })}>
          {say('finishNow')}
        </button>
      )}
      <MediaKeys view={view} act={act} ready={ready} />
      <div className="pair">
        {allowed.includes('skipQuestion') && (
          <KeyButton keys="k" cap="K" disabled={!ready} onClick={() => ask({ kind: 'skip' })}>
            {say('skip')}
          </KeyButton>
        )}
        {allowed.includes('deferQuestion') && (
          <button type="button" disabled={!ready} onClick={() => ask({ kind: 'defer' })}>
            {say('defer')}
          </button>
        )}
        {allowed.includes('goBack') && (
          <button type="button" disabled={!ready} onClick={() => ask({ kind: 'goBack' })}>
            {say('goBack')}
          </button>
        )}
        {allowed.includes('voidQuestion') && (
          <KeyButton keys="x" cap="X" disabled={!ready} onClick={() => ask({ kind: 'void' })}>
            {say('voidQuestion')}
          </KeyButton>
        )}
      </div>
      {allowed.includes('reopen') && (
        <button type="button" disabled={!ready} onClick={() => ask({ kind: 'reopen' })}>
          {say('reopen')}
        </button>
      )}
      {allowed.includes('endRound') && next?.type !== 'endRound' && (
        <button type="button" disabled={!ready} onClick={() => ask({ kind: 'endRound' })}>
          {say('endRoundEarly')}
        </button>
      )}
    </section>
  );
}

/** The clip of the question: it runs and stands on every screen alike. */
function MediaKeys({ view, act, ready }: { view: HostView; act: Act; ready: boolean }) {
  const say = useHostWords();
  const { allowed } = view;
  const playing = view.question?.media?.playing?.playing === true;
  const type = playing ? 'pauseMedia' : 'playMedia';
  if (!allowed.includes(type)) return null;
  return (
    <div className="pair two">
      <KeyButton keys="m" cap="M" disabled={!ready} onClick={() => act({ type })}>
        {playing ? '❚❚' : '▶'} {say(type)}
      </KeyButton>
      {allowed.includes('rewindMedia') && (
        <button type="button" disabled={!ready} onClick={() => act({ type: 'rewindMedia' })}>
          {say('rewindMedia')}
        </button>
      )}
    </div>
  );
}

/** Groups of teams that share a place. */
function tied(view: HostView): { place: number; act: HostAct }[] {
  const places = new Map<number, string[]>();
  for (const { place, team } of view.scores)
    if (place !== null) places.set(place, [...(places.get(place) ?? []), team]);
  return [...places]
    .filter(([, teams]) => teams.length > 1)
    .map(([place, teams]) => ({ place, act: { type: 'startDecider', teams } }));
}
