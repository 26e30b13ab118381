import type { HostView } from '@leitai/rules/show';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { byTable } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { useStageWords } from '../../words/stage.ts';

type Links = Awaited<ReturnType<typeof call<'show.links'>>>;

/** Before the start: the draw with its seed in sight, and the doors to the other pages. */
export function Lobby({
  view,
  stageId,
  seed,
  setSeed,
}: {
  view: HostView;
  stageId: string;
  seed: string;
  setSeed: (seed: string) => void;
}) {
  const say = useHostWords();
  const stage = useStageWords();
  const [links, setLinks] = useState<Links | null>(null);
  useEffect(() => {
    void call('show.links', { params: { stageId } }).then(setLinks, () => undefined);
  }, [stageId]);
  const drawing = view.allowed.includes('drawTables');
  return (
    <>
      <section className="mirror stage" aria-label={say('onScreen')}>
        <small>{say('onScreen')}</small>
        <p className="mirror-word">{stage(drawing ? 'lobby' : 'drawn')}</p>
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
      {links !== null && (
        <section className="upcoming links">
          <a href={links.screen} target="_blank" rel="noreferrer">
            {say('screen')}
          </a>
        </section>
      )}
    </>
  );
}
