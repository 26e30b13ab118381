import type { Timeline } from '@leitai/rules/show';
import { useReplayWords } from '../../../words/replay.ts';
import { chapters } from './chapters.ts';
import { shownTotal, signed, Team } from './names.tsx';

export function Standings({ story }: { story: Timeline }) {
  const say = useReplayWords();
  return (
    <section className="part">
      <h2>{say('standings')}</h2>
      <table className="standings">
        <thead>
          <tr>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('team')}</th>
            <th scope="col" className="right">
              {say('total')}
            </th>
            <th scope="col">{say('note')}</th>
          </tr>
        </thead>
        <tbody>
          {(story.standings ?? []).map(({ team, total, place, decided, byLot }) => (
            <tr key={team}>
              <td className="num">{place}</td>
              <td>
                <Team id={team} />
              </td>
              <td className="num right">
                <strong>{shownTotal(total)}</strong>
              </td>
              <td className="quiet">
                {[decided ? say('byDecider') : '', byLot ? say('byLot') : ''].filter(Boolean).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The chart in numbers: totals at the end of each round. */
export function RoundTotals({ story }: { story: Timeline }) {
  const say = useReplayWords();
  const rounds = chapters(story.moments).flatMap(({ key, opening, blocks }) => {
    const last = blocks.at(-1)?.moments.at(-1);
    return opening === null || last === undefined ? [] : [{ key, title: opening.title, totals: last.totals }];
  });
  return (
    // Wide with many rounds: it scrolls by itself, with the keyboard too.
    <div className="wide" role="region" aria-label={say('chartTable')} tabIndex={0}>
      <table className="by-round">
        <caption>{say('chartTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('team')}</th>
            {rounds.map(({ key, title }) => (
              <th key={key} scope="col" className="right">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {story.teams.map(({ id }, t) => (
            <tr key={id}>
              <th scope="row">
                <Team id={id} size={18} />
              </th>
              {rounds.map(({ key, totals }) => (
                <td key={key} className="num right">
                  {shownTotal(totals[t]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Totals after the question that is being read; it follows the scroll. */
export function RunningScores({
  story,
  label,
  totals,
  before,
}: {
  story: Timeline;
  label: string;
  totals: readonly string[];
  /** Totals before that question. */
  before: readonly string[];
}) {
  const say = useReplayWords();
  const lines = story.teams
    .map(({ id, table }, t) => ({
      id,
      table,
      total: totals[t]!,
      gain: String(Math.round((Number(totals[t]) - Number(before[t])) * 1e6) / 1e6),
    }))
    .sort((a, b) => Number(b.total) - Number(a.total) || a.table - b.table);
  return (
    <aside className="running no-print" aria-label={say('running')}>
      <h2>
        {say('running')} <span className="quiet">{label !== '' && say('runningAt', { at: label })}</span>
      </h2>
      <ol>
        {lines.map(({ id, total, gain }) => (
          <li key={id}>
            <Team id={id} />
            <span className="num total">{shownTotal(total)}</span>
            <span className={`num delta ${gain.startsWith('-') ? 'down' : 'up'}`}>
              {gain === '0' ? '' : signed(gain)}
            </span>
          </li>
        ))}
      </ol>
    </aside>
  );
}
