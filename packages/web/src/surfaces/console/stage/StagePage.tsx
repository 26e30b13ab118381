import { Empty, Tag } from 'antd';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useCall } from '../base/useCall.ts';
import { ShowStagePanel } from '../show/ShowStagePanel.tsx';
import { useContestWords } from '../contest/contestWords.ts';
import { ExamStagePanel } from './ExamStagePanel.tsx';
import type { Stage, StageProps } from '../nouns.ts';

const panels: Readonly<Record<Stage['kind'], (props: StageProps) => React.ReactNode>> = {
  exam: ExamStagePanel,
  show: ShowStagePanel,
};

export function StagePage({ contestId, stageId }: { contestId: string; stageId: string }) {
  const contest = useCall('contest.get', { params: { contestId } }, { every: 10_000 });
  const data = contest.data;
  const w = useContestWords(data ?? { settings: null });
  const stage = data?.stages.find((one) => one.id === stageId);
  const Panel = stage === undefined ? null : panels[stage.kind];
  return (
    <Shell
      path={[
        { label: w('menu.seasons'), to: '/' },
        ...(data === undefined
          ? []
          : [
              { label: data.seasonTitle, to: `/seasons/${data.seasonId}` },
              { label: data.title, to: `/contests/${data.id}` },
            ]),
        { label: stage?.name ?? '' },
      ]}
      title={stage?.name ?? ''}
      under={
        stage !== undefined && (
          <>
            {w(`stageKind.${stage.kind}`)} · {w('station.of', { n: stage.entries })}{' '}
            <Tag color={stage.status === 'open' ? 'processing' : 'default'}>
              {w(`stageStatus.${stage.status}`)}
            </Tag>
          </>
        )
      }
    >
      <Loaded of={contest}>
        {(loaded) =>
          stage === undefined || Panel === null ? (
            <Empty description={w('stage.gone')} />
          ) : (
            <Panel contest={loaded} stage={stage} />
          )
        }
      </Loaded>
    </Shell>
  );
}
