import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useCall } from '../base/useCall.ts';
import { RuleSheetText } from './RuleSheetText.tsx';

export function RuleSheetPage({ contestId }: { contestId: string }) {
  const sheet = useCall('contest.ruleSheet', { params: { contestId } });
  return (
    <PrintPage back={`/contests/${contestId}/rules`}>
      <div className="a4">
        <Loaded of={sheet}>{(data) => <RuleSheetText sheet={data} />}</Loaded>
      </div>
    </PrintPage>
  );
}
