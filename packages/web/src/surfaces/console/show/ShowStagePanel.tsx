import { App, Button, Card, Tabs } from 'antd';
import { Link } from 'wouter';
import { call } from '../../../api/client.ts';
import { Loaded } from '../base/Loaded.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { CutPanel } from '../stage/CutPanel.tsx';
import { StandingsPanel } from '../stage/StandingsPanel.tsx';
import { useWords } from '../words.ts';
import { LinkTable } from './LinkTable.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { RoundEditor } from './RoundEditor.tsx';
import { readConfig } from './showConfig.ts';
import type { StageProps } from '../nouns.ts';
import { useContestWords } from '../contest/contestWords.ts';

export function ShowStagePanel({ contest, stage }: StageProps) {
  const w = useWords();
  const conducts = contest.allowed.includes('show.conduct');
  const cuts = stage.settings.cut !== undefined;
  const at = `/contests/${contest.id}/stages/${stage.id}`;
  return (
    <>
      {conducts ? <ShowActs contest={contest} stage={stage} /> : <OwnDesk contest={contest} stage={stage} />}
      <Card size="small">
        <Tabs
          defaultActiveKey={stage.status === 'closed' || stage.status === 'decided' ? 'standings' : 'rounds'}
          items={[
            ...(conducts
              ? [
                  {
                    key: 'rounds',
                    label: w('show.rounds'),
                    children: <RoundsTab stageId={stage.id} at={at} />,
                  },
                  {
                    key: 'links',
                    label: w('show.links'),
                    children: <LinkTable stageId={stage.id} at={at} />,
                  },
                ]
              : []),
            { key: 'standings', label: w('standing.title'), children: <StandingsPanel stageId={stage.id} /> },
            ...(cuts
              ? [
                  {
                    key: 'cut',
                    label: w('cut.title'),
                    children: <CutPanel contest={contest} stage={stage} />,
                  },
                ]
              : []),
            { key: 'record', label: w('show.record'), children: <RecordPanel stage={stage} /> },
          ]}
        />
      </Card>
    </>
  );
}

/** To the host's desk until the show is over, then its scores are taken over. */
function ShowActs({ contest, stage }: StageProps) {
  const w = useContestWords(contest);
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  if (stage.status === 'closed' || stage.status === 'decided') return null;
  const begun = contest.status === 'running';
  const take = () =>
    modal.confirm({
      title: w('show.takeAsk'),
      content: w('show.takeWhat', { n: stage.entries }),
      okText: w('show.take'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('show.close', { params: { stageId: stage.id } }), w('show.taken')),
    });
  return (
    <section className="next-act">
      <p>
        <strong>{w('next')}</strong>{' '}
        <span className="quiet">
          {begun ? w(`next.show.${stage.status}Why`, { n: stage.entries }) : w('exam.openAfterStart')}
        </span>
      </p>
      <span className="bar">
        {stage.status === 'open' && (
          <Button size="large" loading={busy} onClick={take}>
            {w('show.take')}
          </Button>
        )}
        <Button type="primary" size="large" disabled={!begun} href={`/host/${stage.id}`} target="_blank">
          {w('show.host')}
        </Button>
      </span>
    </section>
  );
}

const OWN_DESKS = [
  ['show.time', 'timekeeper'],
  ['show.score', 'scorekeeper'],
  ['show.judge', 'jury'],
] as const;

/** To the desk of somebody who does one part of a show. */
function OwnDesk({ contest, stage }: StageProps) {
  const w = useWords();
  const own = OWN_DESKS.filter(([action]) => contest.allowed.includes(action));
  if (own.length === 0 || contest.status !== 'running' || stage.status === 'decided') return null;
  return (
    <section className="next-act">
      <span className="bar">
        {own.map(([action, desk]) => (
          <Button
            key={action}
            type="primary"
            size="large"
            href={`/host/${stage.id}?desk=${desk}`}
            target="_blank"
          >
            {w(`link.${desk}`)}
          </Button>
        ))}
      </span>
    </section>
  );
}

function RoundsTab({ stageId, at }: { stageId: string; at: string }) {
  const w = useWords();
  const show = useCall('show.get', { params: { stageId } });
  return (
    <Loaded of={show}>
      {({ config, started }) => (
        <div className="stack">
          <div className="bar spread">
            <span className="quiet">{!started && w('show.editable')}</span>
            <Link href={`${at}/rules`}>{w('rules.print')}</Link>
          </div>
          <RoundEditor stageId={stageId} config={readConfig(config)} started={started} />
        </div>
      )}
    </Loaded>
  );
}
