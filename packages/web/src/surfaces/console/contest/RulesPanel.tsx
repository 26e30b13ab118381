import { Alert, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Loaded } from '../base/Loaded.tsx';
import { useCall } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { RuleSheetText } from './RuleSheetText.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import type { Contest } from '../nouns.ts';

/** Settings while it is a draft, and the printed rules made from them. */
export function RulesPanel({ contest }: { contest: Contest }) {
  const w = useWords();
  const editable = contest.status === 'draft' && contest.allowed.includes('contest.manage');
  const [side, setSide] = useState<'form' | 'sheet'>(editable ? 'form' : 'sheet');
  const sheet = useCall(
    'contest.ruleSheet',
    { params: { contestId: contest.id } },
    { enabled: side === 'sheet' && contest.settings !== null },
  );
  return (
    <div className="stack">
      <div className="bar spread">
        <Segmented
          value={side}
          onChange={setSide}
          options={[
            { value: 'form', label: w('rules.settings') },
            { value: 'sheet', label: w('rules.sheet') },
          ]}
        />
        <Link href={`/contests/${contest.id}/rule-sheet`}>{w('rules.print')}</Link>
      </div>
      {!editable && side === 'form' && <Alert type="info" showIcon title={w('rules.fixed')} />}
      {side === 'form' && <SettingsForm contest={contest} editable={editable} />}
      {side === 'sheet' &&
        (contest.settings === null ? (
          <p className="quiet">{w('rules.none')}</p>
        ) : (
          <Loaded of={sheet}>{(data) => <RuleSheetText sheet={data} />}</Loaded>
        ))}
    </div>
  );
}
