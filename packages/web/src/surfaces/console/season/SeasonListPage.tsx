import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { mayAnywhere, useMe } from '../account/me.ts';
import { Loaded } from '../base/Loaded.tsx';
import { Shell } from '../base/Shell.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { SeasonForm } from './SeasonForm.tsx';

export function SeasonListPage() {
  const w = useWords();
  const me = useMe();
  const may = mayAnywhere(me, 'season.manage');
  const empty = mayAnywhere(me, 'account.manage') ? 'season.emptyAdmin' : 'season.emptyReader';
  const seasons = useCall('season.list', {});
  const [creating, setCreating] = useState(false);
  return (
    <Shell
      path={[{ label: w('menu.seasons') }]}
      title={w('menu.seasons')}
      main={may && <Button onClick={() => setCreating(true)}>{w('season.new')}</Button>}
    >
      <Loaded of={seasons}>
        {(data) =>
          data.seasons.length === 0 ? (
            <Empty description={w(may ? 'season.empty' : empty)} />
          ) : (
            <div className="grid-2">
              {data.seasons.map((season) => (
                <Card key={season.id} size="small">
                  <Link href={`/seasons/${season.id}`}>
                    <strong style={{ fontSize: '1.125rem' }}>{season.title}</strong>
                  </Link>
                  <p className="quiet">
                    {season.year} · {season.unitName}
                  </p>
                </Card>
              ))}
            </div>
          )
        }
      </Loaded>
      {creating && <SeasonForm close={() => setCreating(false)} />}
    </Shell>
  );
}
