import { Loaded } from '../base/Loaded.tsx';
import { PrintPage } from '../base/PrintPage.tsx';
import { useCall } from '../base/useCall.ts';
import { RuleSheetText } from '../contest/RuleSheetText.tsx';

export function ShowRulesPage({ contestId, stageId }: { contestId: string; stageId: string }) {
  const sheet = useCall('show.ruleSheet', { params: { stageId } });
  return (
    <PrintPage back={`/contests/${contestId}/stages/${stageId}`}>
      <div className="a4">
        <Loaded of={sheet}>{(data) => <RuleSheetText sheet={data} />}</Loaded>
      </div>
    </PrintPage>
  );
}
