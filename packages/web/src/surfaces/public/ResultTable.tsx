import type { Endpoints, ReplyOf } from '@leitai/contract';
import { usePublicWords } from '../../words/public.ts';

export type ResultLine = ReplyOf<Endpoints['public.contest']>['results'][number];

/** Place, name, unit, award, members; on a narrow screen each line becomes a block. */
export function ResultTable({ lines, places = true }: { lines: readonly ResultLine[]; places?: boolean }) {
  const say = usePublicWords();
  const withMembers = lines.some((line) => line.members.some((member) => member !== line.name));
  const awarded = lines.some((line) => line.award !== null);
  return (
    <table className="results">
      <thead>
        <tr>
          {places && <th scope="col">{say('place')}</th>}
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('unit')}</th>
          {awarded && <th scope="col">{say('award')}</th>}
          {withMembers && <th scope="col">{say('members')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at} className={line.award === null ? '' : 'awarded'}>
            {places && (
              <td className="place num">
                {line.place ?? '—'}
                {line.byLot === true && <small>（{say('byLot')}）</small>}
              </td>
            )}
            <td className="who">{line.name}</td>
            <td>{line.unitName}</td>
            {awarded && <td className="award">{line.award}</td>}
            {withMembers && <td>{line.members.join('、')}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
