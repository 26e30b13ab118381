import { Alert, Card, Descriptions, Steps } from 'antd';
import { dateTime } from '../../../ui/format.ts';
import { refusalWords } from '../../../words/words.ts';
import { DataTable } from '../base/DataTable.tsx';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { StandingTable } from '../stage/StandingsPanel.tsx';
import { stageDone } from '../contest/nextAct.ts';
import { useWords } from '../words.ts';
import { LotsNote } from './LotsNote.tsx';
import { RecheckPanel } from './RecheckPanel.tsx';
import { ResultActs } from './ResultActs.tsx';
import type { Contest, Result } from '../nouns.ts';

const states = ['provisional', 'sealed', 'noticed', 'final'] as const;

/** Refusals that have a panel of their own on this page. */
const OWN_PANEL: readonly string[] = ['result.recheckOpen', 'result.tieUndecided'];

export function ResultPanel({ contest }: { contest: Contest }) {
  const result = useCall('result.get', { params: { contestId: contest.id } });
  return <Loaded of={result}>{(data) => <ResultBody contest={contest} result={data} />}</Loaded>;
}

function ResultBody({ contest, result }: { contest: Contest; result: Result }) {
  const w = useWords();
  const award = (entryId: string) => result.awards.find((line) => line.entryId === entryId)?.tier ?? null;
  return (
    <div className="stack">
      <Steps
        size="small"
        current={states.indexOf(result.state)}
        items={states.map((state) => ({ title: w(`resultState.${state}`) }))}
      />
      {!contest.stages.every(stageDone) ? (
        <p className="quiet">{w('seal.notYet')}</p>
      ) : result.refusal === null || OWN_PANEL.includes(result.refusal) ? null : (
        <Alert
          type="warning"
          showIcon
          title={w('award.refused')}
          description={refusalWords(result.refusal)}
        />
      )}
      <RecheckPanel contest={contest} />
      <LotsNote contest={contest} result={result} />
      {!OWN_PANEL.includes(result.refusal ?? '') && <ResultActs contest={contest} result={result} />}
      {result.notice !== null && <NoticeCard notice={result.notice} />}
      <Card size="small" title={w('award.list')}>
        <DataTable
          rows={result.awards}
          rowKey={(line) => line.entryId}
          name={`${contest.title} ${w('award.list')}`}
          empty={w('award.empty')}
          columns={[
            { key: 'tier', title: w('award.title'), text: (line) => line.tier, filter: true },
            { key: 'place', title: w('standing.place'), text: (line) => line.place, align: 'right' },
            { key: 'name', title: w('entry.name'), text: (line) => line.name },
            { key: 'unit', title: w('contest.unit'), text: (line) => line.unitName },
            { key: 'members', title: w('entry.entrants'), text: (line) => line.members.join('、') },
          ]}
        />
      </Card>
      <Card size="small" title={w('result.standings')}>
        <StandingTable
          rows={result.standings}
          name={`${contest.title} ${w('result.standings')}`}
          award={(line) => award(line.entryId)}
          stageName={(ordinal) => contest.stages[ordinal - 1]?.name ?? ''}
        />
      </Card>
      {result.sealedAt !== null && (
        <p className="quiet">
          {w('result.sealedBy', { at: dateTime(result.sealedAt), by: result.sealedBy ?? '' })}{' '}
          {w('result.fingerprint')} <code>{result.fingerprint.slice(0, 16)}</code>
        </p>
      )}
    </div>
  );
}

function NoticeCard({ notice }: { notice: NonNullable<Result['notice']> }) {
  const w = useWords();
  return (
    <Card size="small" title={w('notice.title')}>
      <Descriptions
        size="small"
        column={2}
        items={[
          { key: 'title', label: w('notice.of'), children: notice.title },
          { key: 'posted', label: w('notice.postedAt'), children: dateTime(notice.postedAt) },
          { key: 'first', label: w('notice.firstDay'), children: notice.firstDay },
          { key: 'last', label: w('notice.lastDay'), children: notice.lastDay },
          { key: 'phone', label: w('notice.phone'), children: notice.contact.phone },
          { key: 'mail', label: w('notice.mail'), children: notice.contact.mail },
          { key: 'address', label: w('notice.address'), children: notice.contact.address },
          { key: 'by', label: w('notice.postedBy'), children: notice.postedBy },
        ]}
      />
    </Card>
  );
}
