import type { HostView, LedgerRow } from '@leitai/rules/show';
import { lineOf, signed } from '../../kinds/show/telling.ts';
import { TeamBadge } from '../../ui/TeamBadge.tsx';
import { useHostWords } from '../../words/host.ts';
import { Drawer } from './Drawer.tsx';

/** Every row that makes the board (QZ-11), newest first; a mistake is taken back by a reversal with its reason. */
export function Ledger({
  view,
  ledger,
  onClose,
  onReverse,
}: {
  view: HostView;
  ledger: readonly LedgerRow[];
  onClose: () => void;
  onReverse: ((no: number) => void) | null;
}) {
  const say = useHostWords();
  const taken = new Set(ledger.flatMap(({ reverses }) => (reverses === undefined ? [] : [reverses])));
  const may = onReverse !== null && view.allowed.includes('reverse');
  return (
    <Drawer title={say('ledger')} onClose={onClose}>
      {ledger.length === 0 && <p className="quiet">{say('ledgerEmpty')}</p>}
      <ol>
        {ledger.toReversed().map((row) => {
          const line = lineOf(view, row.team);
          return (
            <li key={row.no} className={taken.has(row.no) ? 'taken' : ''}>
              <span className="num row-no">{row.no}</span>
              {line?.table != null && <TeamBadge table={line.table} size={24} />}
              <span className="row-why">
                {line?.name}
                <small>
                  {say(`why_${row.reason}`)}
                  {row.reverses !== undefined && ` · ${say('reverses', { no: row.reverses })}`}
                  {row.note !== undefined && ` · ${row.note}`}
                </small>
              </span>
              <b className="num">{signed(row.delta)}</b>
              {taken.has(row.no) ? (
                <small>{say('reversed')}</small>
              ) : (
                row.reason !== 'base' && (
                  <button type="button" disabled={!may} onClick={() => onReverse?.(row.no)}>
                    {say('reverse')}
                  </button>
                )
              )}
            </li>
          );
        })}
      </ol>
    </Drawer>
  );
}
