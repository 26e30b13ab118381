import { App, Button, Card, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call, download } from '../../../api/client.ts';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useAct, useCall } from '../base/useCall.ts';
import { CertificatePanel } from '../result/CertificatePanel.tsx';
import { EntryPanel } from '../entries/EntryPanel.tsx';
import { NewContest } from '../season/NewContest.tsx';
import { ResultPanel } from '../result/ResultPanel.tsx';
import { useWords, type ConsoleKey } from '../words.ts';
import { nextAct, type NextAct } from './nextAct.ts';
import { RulesPanel } from './RulesPanel.tsx';
import { StageList } from './StageList.tsx';
import { Stations } from './Stations.tsx';
import type { Contest } from '../nouns.ts';
import { useContestWords } from './contestWords.ts';

const tabs = ['rules', 'entries', 'stages', 'result', 'certificates'] as const;
type Tab = (typeof tabs)[number];

const panels: Readonly<Record<Tab, (props: { contest: Contest }) => React.ReactNode>> = {
  rules: RulesPanel,
  entries: EntryPanel,
  stages: StageList,
  result: ResultPanel,
  certificates: CertificatePanel,
};

export function ContestPage({ contestId, tab }: { contestId: string; tab?: string | undefined }) {
  const w = useWords();
  const contest = useCall('contest.get', { params: { contestId } });
  const title = contest.data?.title ?? '';
  const season = contest.data;
  return (
    <Shell
      path={[
        { label: w('menu.seasons'), to: '/' },
        ...(season === undefined ? [] : [{ label: season.seasonTitle, to: `/seasons/${season.seasonId}` }]),
        { label: title },
      ]}
      title={title}
      under={
        season !== undefined && (
          <>
            {season.unitName} · {w(`tier.${season.tier}`)} <Tag>{w(`contestStatus.${season.status}`)}</Tag>
            {season.flagship && <Tag className="flagship">{w('contest.flagship')}</Tag>}
          </>
        )
      }
      main={season !== undefined && <MoreActs contest={season} />}
    >
      <Loaded of={contest}>{(data) => <ContestBody contest={data} tab={tab} />}</Loaded>
    </Shell>
  );
}

function MoreActs({ contest }: { contest: Contest }) {
  const w = useWords();
  const { busy, run } = useAct();
  if (!contest.allowed.includes('contest.export') || contest.status === 'planned') return null;
  return (
    <Button
      loading={busy}
      onClick={() =>
        void run(() => download('contest.export', { contestId: contest.id }, `${contest.code}.json`))
      }
    >
      {w('contest.export')}
    </Button>
  );
}

function ContestBody({ contest, tab }: { contest: Contest; tab: string | undefined }) {
  const w = useWords();
  const [, go] = useLocation();
  const begins: Tab = contest.status === 'running' || contest.status === 'closed' ? 'stages' : 'rules';
  const active = tabs.find((one) => one === tab) ?? begins;
  return (
    <>
      {contest.stages.length > 0 && (
        <Card size="small">
          <Stations contest={contest} />
        </Card>
      )}
      <Next contest={contest} tab={active} />
      {contest.status !== 'planned' && (
        <Card size="small">
          <Tabs
            activeKey={active}
            onChange={(key) => go(`/contests/${contest.id}/${key}`)}
            destroyOnHidden
            items={tabs.map((key) => {
              const Panel = panels[key];
              return {
                key,
                label: w(`tab.${key}` satisfies ConsoleKey),
                children: <Panel contest={contest} />,
              };
            })}
          />
        </Card>
      )}
    </>
  );
}

/** What is needed to know the next act is asked for only when it matters. */
function Next({ contest, tab }: { contest: Contest; tab: Tab }) {
  const contestId = contest.id;
  const tickets = useCall(
    'ticket.list',
    { params: { contestId } },
    {
      enabled: contest.status === 'draft' && contest.entries > 0 && contest.allowed.includes('entry.manage'),
    },
  );
  const certificates = useCall(
    'certificate.list',
    { params: { contestId } },
    { enabled: contest.resultState === 'final' },
  );
  const next = nextAct(contest, {
    tickets: tickets.data?.tickets.filter((ticket) => !ticket.revoked).length ?? null,
    certificates: certificates.data?.certificates.length ?? null,
  });
  const w = useWords();
  if (next === null)
    return contest.resultState === 'final' ? <p className="quiet">{w('next.none')}</p> : null;
  // On the very tab where it is done, that tab has the button.
  if (next.to === `/contests/${contest.id}/${tab}`) return null;
  return <NextButton contest={contest} next={next} />;
}

function NextButton({ contest, next }: { contest: Contest; next: NextAct }) {
  const w = useContestWords(contest);
  const { modal } = App.useApp();
  const { busy, run } = useAct();
  const [, go] = useLocation();
  const [takingUp, setTakingUp] = useState(false);
  const start = () =>
    modal.confirm({
      title: w('start.ask'),
      content: w('start.what', { entries: contest.entries, entrants: contest.entrants }),
      okText: w('next.start'),
      cancelText: w('cancel'),
      onOk: () => run(() => call('contest.start', { params: { contestId: contest.id } }), w('start.done')),
    });
  const act = () => {
    if (next.to === 'start') start();
    else if (next.to === 'takeUp') setTakingUp(true);
    else go(next.to);
  };
  return (
    <section className="next-act" aria-label={w('next')}>
      <p>
        <strong>{w('next')}</strong> <span className="quiet">{w(next.why, next.facts)}</span>
      </p>
      <Button type="primary" size="large" loading={busy} onClick={act}>
        {w(next.key, next.facts)}
      </Button>
      {takingUp && <TakeUp contest={contest} close={() => setTakingUp(false)} />}
    </section>
  );
}

function TakeUp({ contest, close }: { contest: Contest; close: () => void }) {
  const season = useCall('season.get', { params: { seasonId: contest.seasonId } });
  if (season.data === undefined) return null;
  return <NewContest season={season.data} from={contest} close={close} />;
}
