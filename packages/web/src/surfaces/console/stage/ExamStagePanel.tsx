import { Card, Tabs } from 'antd';
import { useWords } from '../words.ts';
import { CutPanel } from './CutPanel.tsx';
import { ExamActs } from './ExamActs.tsx';
import { ExamMonitor } from './ExamMonitor.tsx';
import { StandingsPanel } from './StandingsPanel.tsx';
import type { StageProps } from '../nouns.ts';

export function ExamStagePanel({ contest, stage }: StageProps) {
  const w = useWords();
  const cuts = stage.settings.cut !== undefined;
  const over = stage.status === 'closed' || stage.status === 'decided';
  return (
    <>
      <ExamActs contest={contest} stage={stage} />
      <Card size="small">
        <Tabs
          key={stage.status}
          defaultActiveKey={over ? (cuts ? 'cut' : 'standings') : 'monitor'}
          destroyOnHidden
          items={[
            { key: 'monitor', label: w('monitor.title'), children: <ExamMonitor stage={stage} /> },
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
          ]}
        />
      </Card>
    </>
  );
}
