import type { HostView } from '@leitai/rules/show';
import { byTable, moment } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';

/** Before the start: the draw with its seed in sight. */
export function Lobby({
  view,
  seed,
  setSeed,
}: {
  view: HostView;
  seed: string;
  setSeed: (seed: string) => void;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  const drawing = view.allowed.includes('drawTables');
  return (
    <>
      <section className="mirror stage" aria-label={say('onScreen')}>
        <small>{say('onScreen')}</small>
        <p className="mirror-word">{stage(moment(view)[0])}</p>
        {!drawing && (
          <ol className="lobby-tables">
            {byTable(view).map((line) => (
              <li key={line.team}>
                {line.table !== null && <TeamBadge table={line.table} size={30} />} {line.name}
              </li>
            ))}
          </ol>
        )}
      </section>
      {drawing && (
        <section className="private">
          <label className="seed">
            {say('seed')}
            <input
              value={seed}
              maxLength={64}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setSeed(event.target.value)}
            />
          </label>
          <p className="quiet">{say('seedHint')}</p>
        </section>
      )}
    </>
  );
}
