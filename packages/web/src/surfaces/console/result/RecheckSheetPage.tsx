import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useCall } from '../base/useCall.ts';
import { dateTime } from '../../../ui/format.ts';
import { useWords } from '../words.ts';
import { scoresOf, type Recheck } from './RecheckPanel.tsx';

/** 成绩复核抽检记录, to print and sign (SK-81, SK-84). */
export function RecheckSheetPage({ contestId }: { contestId: string }) {
  const params = { contestId };
  const contest = useCall('contest.get', { params });
  const recheck = useCall('recheck.get', { params });
  return (
    <PrintPage back={`/contests/${contestId}/result`}>
      <div className="a4">
        <Loaded of={contest}>
          {({ title, unitName }) => (
            <Loaded of={recheck}>
              {(data) => <RecheckSheet title={title} unitName={unitName} recheck={data} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </PrintPage>
  );
}

function RecheckSheet(props: { title: string; unitName: string; recheck: Recheck }) {
  const w = useWords();
  const { title, unitName, recheck } = props;
  const { rows, checked, errors } = recheck;
  return (
    <article>
      <h1>{w('recheckSheet.title')}</h1>
      <p className="issuer">
        {title} · {unitName}
      </p>
      {recheck.drawnAt !== null && (
        <p>
          {w('recheck.seed', {
            at: dateTime(recheck.drawnAt),
            by: recheck.drawnBy ?? '',
            algorithm: recheck.algorithm ?? '',
          })}{' '}
          {recheck.seed}
        </p>
      )}
      <table className="grid">
        <thead>
          <tr>
            <th>{w('recheckSheet.no')}</th>
            <th>{w('entry.name')}</th>
            <th>{w('recheck.part')}</th>
            <th>{w('recheck.scores')}</th>
            <th>{w('recheck.outcome')}</th>
            <th>{w('recheck.corrections')}</th>
            <th>{w('recheckSheet.by')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.entryId}>
              <td>{i + 1}</td>
              <td>
                {row.name}
                <br />
                <small>{row.unitName}</small>
              </td>
              <td>{w(`recheckPart.${row.part}`)}</td>
              <td>{scoresOf(row, w('part.none'))}</td>
              <td>{row.outcome === null ? '' : w(`recheckOutcome.${row.outcome}`)}</td>
              <td>{row.corrections.map((one) => w('recheck.correction', one)).join('；') || row.reason}</td>
              <td>{row.foundBy ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{w('recheckSheet.foot', { all: rows.length, checked, errors })}</p>
      {recheck.full && <p>{w('recheck.full')}</p>}
      {recheck.closedAt !== null && (
        <p>
          {w('recheck.closedBy', {
            at: dateTime(recheck.closedAt),
            by: recheck.closedBy ?? '',
            checked,
            errors,
          })}
        </p>
      )}
      <p className="sign">{w('recheckSheet.sign')}</p>
      <p className="sign">{w('recheckSheet.date')}</p>
    </article>
  );
}
