import { Steps } from 'antd';
import { useLocation } from 'wouter';
import { stageDone } from './nextAct.ts';
import type { Contest, Stage } from '../nouns.ts';
import { useContestWords } from './contestWords.ts';

const order = ['provisional', 'sealed', 'noticed', 'final'] as const;

/** The way of a contest as a line of stations: entries, its stages, the life of its result. */
export function Stations({ contest }: { contest: Contest }) {
  const w = useContestWords(contest);
  const [, go] = useLocation();
  const at = `/contests/${contest.id}`;
  const begun = contest.status === 'running' || contest.status === 'closed';
  const stagesDone = begun && contest.stages.every(stageDone);
  const current = begun ? contest.stages.find((stage) => !stageDone(stage)) : undefined;
  const result = order.indexOf(contest.resultState ?? 'provisional');
  const stationOf = (stage: Stage) =>
    stageDone(stage) ? ('finish' as const) : stage === current ? ('process' as const) : ('wait' as const);
  const resultStatus = (done: number) =>
    result >= done
      ? ('finish' as const)
      : stagesDone && result === done - 1
        ? ('process' as const)
        : ('wait' as const);
  return (
    <Steps
      className="stations"
      size="small"
      items={[
        {
          title: w('station.entries'),
          content: w('station.entriesOf', { entries: contest.entries, entrants: contest.entrants }),
          status: begun ? 'finish' : 'process',
          onClick: () => go(`${at}/entries`),
        },
        ...contest.stages.map((stage) => ({
          title: stage.name,
          content: `${w(`stageStatus.${stage.status}`)} · ${w('station.of', { n: stage.entries })}`,
          status: stationOf(stage),
          onClick: () => go(`${at}/stages/${stage.id}`),
        })),
        { title: w('station.seal'), status: resultStatus(1), onClick: () => go(`${at}/result`) },
        { title: w('station.notice'), status: resultStatus(2), onClick: () => go(`${at}/result`) },
        { title: w('station.final'), status: resultStatus(3), onClick: () => go(`${at}/result`) },
      ]}
    />
  );
}
