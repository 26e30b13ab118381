import type { HostView } from '@leitai/rules/show';
import type { DeviceFact } from '../../live/socket.ts';
import { byTable, lineOf } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { Drawer } from './Drawer.tsx';
import type { Act } from './useDesk.ts';

const ms = (value: number | null): string => (value === null ? '—' : value.toFixed(1));

/** Test presses, how exactly each device can be timed, and which wired buzzer belongs to whom (QZ-33). */
export function Devices(props: {
  view: HostView;
  act: Act;
  ready: boolean;
  devices: readonly DeviceFact[];
  /** The team whose buzzer is being looked for: the next unknown one is hers. */
  learning: string | null;
  setLearning: (team: string | null) => void;
  onClose: () => void;
}) {
  const { view, act, ready, devices, learning, setLearning, onClose } = props;
  const say = useHostWords();
  const inputs = Object.entries(view.inputs);
  const testing = view.allowed.includes('endTest');
  return (
    <Drawer title={say('devices')} onClose={onClose}>
      <p className="pair two">
        {(testing || view.allowed.includes('startTest')) && (
          <button
            type="button"
            className="main"
            disabled={!ready}
            onClick={() => act({ type: testing ? 'endTest' : 'startTest' })}
          >
            {say(testing ? 'endTest' : 'startTest')}
          </button>
        )}
      </p>
      <p className="quiet">{say('testHint')}</p>
      <table className="num">
        <thead>
          <tr>
            <th>{say('teams')}</th>
            <th>{say('roundTrip')}</th>
            <th>±</th>
            <th>{say('tested')}</th>
            <th>{say('wired')}</th>
          </tr>
        </thead>
        <tbody>
          {byTable(view).map((line) => {
            const own = devices.filter(({ team }) => team === line.team);
            const tests = view.test.filter(({ team }) => team === line.team);
            return (
              <tr key={line.team}>
                <th scope="row">
                  {line.table !== null && <TeamBadge table={line.table} size={22} />} {line.name}
                </th>
                <td>{own.map(({ roundTripMs }) => ms(roundTripMs)).join(' / ') || say('offline')}</td>
                <td>{own.map(({ uncertaintyMs }) => ms(uncertaintyMs)).join(' / ')}</td>
                <td>
                  {tests.length === 0
                    ? '—'
                    : tests
                        .map(
                          ({ uncertaintyMs, input }) =>
                            `✔ ±${ms(uncertaintyMs)}${input === null ? '' : ` ${input}`}`,
                        )
                        .join(', ')}
                </td>
                <td>
                  {inputs
                    .filter(([, team]) => team === line.team)
                    .map(([input]) => (
                      <button
                        key={input}
                        type="button"
                        className="chip"
                        disabled={!ready}
                        aria-label={`${say('forget')} ${input}`}
                        onClick={() => act({ type: 'mapInput', input, team: null })}
                      >
                        {input} ✕
                      </button>
                    ))}
                  {view.allowed.includes('mapInput') && (
                    <button
                      type="button"
                      className="chip"
                      aria-pressed={learning === line.team}
                      disabled={!ready}
                      onClick={() => setLearning(learning === line.team ? null : line.team)}
                    >
                      {say(learning === line.team ? 'pressNow' : 'mapIt')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {learning !== null && (
        <p className="proposal" role="status">
          {say('learning', { team: lineOf(view, learning)?.name ?? '' })}
        </p>
      )}
      <p className="quiet">{say('wiredHint')}</p>
    </Drawer>
  );
}
