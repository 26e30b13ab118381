import { Button, Card } from 'antd';
import { useState } from 'react';
import { mayAnywhere, useMe } from '../account/me.ts';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { ContestTable } from './ContestTable.tsx';
import { FigureBoard } from './FigureBoard.tsx';
import { NewContest } from './NewContest.tsx';
import { ProgrammeBoard } from './ProgrammeBoard.tsx';
import type { ContestLine } from '../nouns.ts';

export function SeasonPage({ seasonId }: { seasonId: string }) {
  const w = useWords();
  const may = mayAnywhere(useMe(), 'contest.manage');
  const season = useCall('season.get', { params: { seasonId } });
  const contests = useCall('season.contests', { params: { seasonId } });
  const [creating, setCreating] = useState<{ from: ContestLine | null } | null>(null);
  const title = season.data?.title ?? '';
  return (
    <Shell
      path={[{ label: w('menu.seasons'), to: '/' }, { label: title }]}
      title={title}
      under={season.data === undefined ? undefined : `${w('season.theme')}：${season.data.programme.theme}`}
      main={
        may && (
          <Button type="primary" onClick={() => setCreating({ from: null })}>
            {w('contest.new')}
          </Button>
        )
      }
    >
      <Loaded of={season}>
        {(data) => (
          <>
            <Card size="small" title={w('season.figures')}>
              <FigureBoard seasonId={seasonId} />
            </Card>
            <Card size="small" title={w('season.programme')}>
              <ProgrammeBoard season={data} contests={contests.data?.contests ?? []} />
            </Card>
            <Card size="small" title={w('season.contests')}>
              <Loaded of={contests}>
                {({ contests: lines }) => (
                  <ContestTable
                    lines={lines}
                    season={data}
                    takeUp={may ? (from) => setCreating({ from }) : null}
                  />
                )}
              </Loaded>
            </Card>
            {creating !== null && (
              <NewContest season={data} from={creating.from} close={() => setCreating(null)} />
            )}
          </>
        )}
      </Loaded>
    </Shell>
  );
}
