import type { HostView } from '@leitai/rules/show';
import { useState } from 'react';
import { byTable, shown, withUnit } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { KeyButton } from './KeyButton.tsx';
import type { Act } from './useDesk.ts';

interface Props {
  view: HostView;
  act: Act;
  ready: boolean;
}

/** All teams have answered: the key's proposal is ticked, a human confirms it (QZ-36). */
export function Joint({ view, act, ready }: Props) {
  const say = useHostWords();
  const proposed = view.entries.filter(({ right }) => right === true).map(({ team }) => team);
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const unit = view.question?.unit ?? null;
  const right = picked ?? proposed;
  const lines = byTable(view).filter((line) => view.entries.some(({ team }) => team === line.team));
  return (
    <>
      <fieldset className="hits joint">
        <legend>{say('joint')}</legend>
        {lines.map((line, index) => {
          const entry = view.entries.find(({ team }) => team === line.team)!;
          return (
            <label key={line.team}>
              <input
                type="checkbox"
                data-keys={`${index + 1}`}
                checked={right.includes(line.team)}
                onChange={(event) =>
                  setPicked(
                    event.target.checked ? [...right, line.team] : right.filter((team) => team !== line.team),
                  )
                }
              />
              <span>
                {line.table !== null && <TeamBadge table={line.table} size={22} />} <small>{line.name}</small>
                <br />
                <b>{entry.answer === null ? say('noEntry') : withUnit(entry.answer, unit)}</b>
                {view.stakes[line.team] !== undefined && (
                  <small className="num"> {say('staked', { stake: shown(view.stakes[line.team]!) })}</small>
                )}
                {entry.right === null && <small> {say('judgeYourself')}</small>}
              </span>
              {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
            </label>
          );
        })}
      </fieldset>
      <KeyButton
        keys="a enter"
        cap="A"
        className="right-answer"
        disabled={!ready}
        onClick={() => act({ type: 'judgeTeams', right: [...right] })}
      >
        <i aria-hidden="true">✔</i> {say('jointConfirm', { count: right.length })}
      </KeyButton>
    </>
  );
}

/** While the teams stake: who has, and how much; the hall sees only who. */
export function Stakes({ view }: { view: HostView }) {
  const say = useHostWords();
  return (
    <div className="stakes">
      <p className="quiet">{say('stakes')}</p>
      <ol>
        {byTable(view)
          .filter((line) => view.mayAct.includes(line.team))
          .map((line) => (
            <li key={line.team}>
              {line.table !== null && <TeamBadge table={line.table} size={22} />} {line.name}
              <b className="num">
                {view.stakes[line.team] === undefined ? say('notStaked') : shown(view.stakes[line.team]!)}
              </b>
            </li>
          ))}
      </ol>
    </div>
  );
}

/** A declared dead heat that the jury settles (QZ-33). */
export function DeadHeat({ view, act, ready }: Props) {
  const say = useHostWords();
  const teams = view.turn?.deadHeat?.teams ?? [];
  return (
    <>
      <p className="proposal">{say('deadHeat')}</p>
      <Pick
        view={view}
        teams={teams}
        ready={ready}
        onPick={(team) => act({ type: 'settleDeadHeat', team })}
      />
    </>
  );
}

/** A failed question is on offer: a hand that was raised counts like a press (QZ-22). */
export function Offer({ view, act, ready }: Props) {
  const say = useHostWords();
  return (
    <>
      <p className="quiet">{say(view.phase === 'open' ? 'offerHint' : 'offerFirst')}</p>
      <Pick view={view} teams={view.takers} ready={ready} onPick={(team) => act({ type: 'giveTo', team })} />
    </>
  );
}

function Pick(props: {
  view: HostView;
  teams: readonly string[];
  ready: boolean;
  onPick: (team: string) => void;
}) {
  const { view, teams, ready, onPick } = props;
  return byTable(view)
    .filter((line) => teams.includes(line.team))
    .map((line, index) => (
      <KeyButton
        key={line.team}
        keys={`${index + 1}`}
        cap={`${index + 1}`}
        className="value"
        disabled={!ready}
        onClick={() => onPick(line.team)}
      >
        {line.table !== null && <TeamBadge table={line.table} size={26} />} {line.name}
      </KeyButton>
    ));
}
