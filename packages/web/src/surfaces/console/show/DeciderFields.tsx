import { Select } from 'antd';
import { deciderDefault, type DeciderRule, type DeciderSettings } from '@leitai/rules/show';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { FieldRow } from './FieldRow.tsx';
import { deciderFields } from './roundFields.ts';
import { Fields, TitleField } from './RoundFields.tsx';

type Round = Extract<DeciderSettings, { rule: DeciderRule }>['round'];

const RULES = ['none', 'suddenDeath', 'extraRound', 'risk'] as const;

/** How a tie that matters is settled. The questions are kept while the rule is tried out. */
export function DeciderFields(props: {
  readonly decider: DeciderSettings;
  readonly disabled: boolean;
  readonly change: (decider: DeciderSettings) => void;
}) {
  const { decider, disabled, change } = props;
  const w = useWords();
  const [put, setPut] = useState<Round | null>(null);
  const choose = (rule: (typeof RULES)[number]): void => {
    if (rule === 'none') {
      if (decider.rule !== 'none') setPut(decider.round);
      return change({ rule });
    }
    return change({
      rule,
      round: decider.rule === 'none' ? (put ?? { ...deciderDefault, questions: [] }) : decider.round,
    });
  };
  return (
    <div className="sets">
      <FieldRow path="decider.rule" label={w('show.deciderRule')}>
        {(joined) => (
          <Select
            {...joined}
            value={decider.rule}
            disabled={disabled}
            onChange={choose}
            options={RULES.map((rule) => ({ value: rule, label: w(`show.decider.${rule}`) }))}
          />
        )}
      </FieldRow>
      {decider.rule !== 'none' && (
        <>
          <TitleField
            round={decider.round}
            path="decider.round"
            disabled={disabled}
            change={(round) => change({ rule: decider.rule, round })}
          />
          <Fields
            round={decider.round}
            path="decider.round"
            fields={deciderFields[decider.rule]}
            disabled={disabled}
            change={(round) => change({ rule: decider.rule, round })}
          />
        </>
      )}
    </div>
  );
}
