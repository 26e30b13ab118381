import type { QuestionItem, ShowConfig } from '@leitai/rules/show';
import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { applied } from './programme.ts';
import { QuestionTable } from './QuestionTable.tsx';
import { questionShapes } from './questionKinds.ts';
import { RoundChooser } from './RoundChooser.tsx';
import { RoundFields } from './RoundFields.tsx';
import { RulePreview } from './RulePreview.tsx';
import { questionIds, type Round } from './showConfig.ts';

/** One round: its settings, what they print as, its questions. */
export function RoundPanel(props: {
  stageId: string;
  config: ShowConfig;
  index: number;
  disabled: boolean;
  change: (config: ShowConfig) => void;
}) {
  const { stageId, config, index, disabled, change } = props;
  const w = useWords();
  const [choosing, setChoosing] = useState(false);
  const round = config.rounds[index]!;
  const path = `rounds.${index}`;
  const put = (next: Round) =>
    change({ ...config, rounds: config.rounds.map((one, at) => (at === index ? next : one)) });
  const { list } = questionShapes[round.kind];
  const others = config.rounds.filter((one) => one !== round && questionShapes[one.kind].list === list);
  const moveTo = (question: QuestionItem, to: string) =>
    change({
      ...config,
      rounds: config.rounds.map((one): Round =>
        one === round
          ? { ...one, questions: one.questions.filter((item) => item !== question) }
          : one.id === to
            ? { ...one, questions: [...one.questions, question] }
            : one,
      ),
    });
  return (
    <div className="stack">
      <div className="round-settings">
        <div className="stack" style={{ alignContent: 'start' }}>
          <RoundFields round={round} path={path} disabled={disabled} change={put} />
          {!disabled && (
            <div>
              <Button onClick={() => setChoosing(true)}>{w('round.apply')}</Button>
            </div>
          )}
        </div>
        <RulePreview config={config} round={round.id} path={path} />
      </div>
      <QuestionTable
        stageId={stageId}
        round={round}
        path={path}
        disabled={disabled}
        taken={questionIds(config)}
        change={put}
        others={others}
        moveTo={moveTo}
      />
      {choosing && (
        <RoundChooser
          config={config}
          kind={round.kind}
          close={() => setChoosing(false)}
          pick={(template) => {
            put(applied(round, template));
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}
