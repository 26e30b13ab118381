import { validateConfig, type DeciderRule, type ShowConfig } from '@leitai/rules/show';
import { Alert, Button, Collapse, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { QuestionTable } from './QuestionTable.tsx';
import { AddRound, RoundActs } from './RoundActs.tsx';
import { RoundFields } from './RoundFields.tsx';
import { RulePreview } from './RulePreview.tsx';
import { ShowFields } from './ShowFields.tsx';
import { questionIds, type Round } from './showConfig.ts';

/** Unsaved rounds by stage: going to another page of the console and back loses nothing. */
const drafts = new Map<string, ShowConfig>();

/** The draft of a stage; while there is one, closing or reloading the page asks first. */
function useDraft(stageId: string): [ShowConfig | null, (draft: ShowConfig | null) => void] {
  const [draft, setDraft] = useState(() => drafts.get(stageId) ?? null);
  const put = (next: ShowConfig | null) => {
    if (next === null) drafts.delete(stageId);
    else drafts.set(stageId, next);
    setDraft(next);
  };
  const unsaved = draft !== null;
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return [draft, put];
}

/** Rounds and their questions; changes are gathered here and saved together. */
export function RoundEditor(props: { stageId: string; config: ShowConfig; started: boolean }) {
  const { stageId, config, started } = props;
  const w = useWords();
  const { busy, run } = useAct();
  const [draft, setDraft] = useDraft(stageId);
  // A show that has begun plays what is stored.
  const shown = (started ? null : draft) ?? config;
  const put = (index: number, round: Round) =>
    setDraft({ ...shown, rounds: shown.rounds.map((one, at) => (at === index ? round : one)) });
  const save = async () => {
    const saved = await run(
      () => call('show.update', { params: { stageId }, body: { config: { ...shown } } }),
      w('saved'),
    );
    if (saved !== null) setDraft(null);
  };
  const deciderItem = (decider: Extract<ShowConfig['decider'], { rule: DeciderRule }>) => ({
    key: decider.round.id,
    label: (
      <span className="bar">
        <strong>{decider.round.title}</strong>
        <span className="quiet">{w(`show.decider.${decider.rule}`)}</span>
        <Tag>{w('show.questionCount', { n: decider.round.questions.length })}</Tag>
      </span>
    ),
    children: (
      <div className="stack">
        <RulePreview config={shown} round={decider.round.id} />
        <QuestionTable
          stageId={stageId}
          round={decider.round}
          disabled={started}
          taken={questionIds(shown)}
          change={(round) => setDraft({ ...shown, decider: { rule: decider.rule, round } })}
        />
      </div>
    ),
  });
  return (
    <div className="stack">
      {!started && <Unfinished config={shown} />}
      <Collapse
        items={[
          {
            key: 'show',
            label: <strong>{w('show.settings')}</strong>,
            children: (
              <div className="stack">
                <ShowFields config={shown} disabled={started} change={setDraft} />
                <RulePreview config={shown} round={null} />
              </div>
            ),
          },
          ...shown.rounds.map((round, index) => ({
            key: round.id,
            label: (
              <span className="bar">
                <strong>
                  {index + 1}. {round.title}
                </strong>
                <span className="quiet">{w(`roundKind.${round.kind}`)}</span>
                <Tag {...(round.questions.length === 0 ? { color: 'warning' } : {})}>
                  {w('show.questionCount', { n: round.questions.length })}
                </Tag>
              </span>
            ),
            extra: !started && (
              <RoundActs
                rounds={shown.rounds}
                index={index}
                change={(rounds) => setDraft({ ...shown, rounds })}
              />
            ),
            children: (
              <div className="stack">
                <RoundFields round={round} disabled={started} change={(next) => put(index, next)} />
                <RulePreview config={shown} round={round.id} />
                <QuestionTable
                  stageId={stageId}
                  round={round}
                  disabled={started}
                  taken={questionIds(shown)}
                  change={(next) => put(index, next)}
                />
              </div>
            ),
          })),
          ...(shown.decider.rule === 'none' ? [] : [deciderItem(shown.decider)]),
        ]}
      />
      {!started && <AddRound config={shown} change={setDraft} />}
      {draft !== null && !started && (
        <div className="bar">
          <Button color="default" variant="solid" loading={busy} onClick={() => void save()}>
            {w('show.save')}
          </Button>
          <Button onClick={() => setDraft(null)}>{w('discard')}</Button>
          <span className="quiet">{w('show.unsaved')}</span>
        </div>
      )}
    </div>
  );
}

/** What the show still lacks before it can start, in the organiser's words. */
function Unfinished({ config }: { config: ShowConfig }) {
  const w = useWords();
  const said = validateConfig(config).flatMap(({ path, code, facts }) => {
    const [, at] = /^rounds\.(\d+)\./.exec(path) ?? [];
    const title = config.rounds[Number(at)]?.title;
    if (title === undefined) return [];
    const asked = code === 'show.config.tooFew' && path.endsWith('.questions');
    return [w(asked ? 'show.lacksQuestions' : 'show.lacksOther', { ...facts, title })];
  });
  if (said.length === 0) return null;
  return (
    <Alert type="warning" showIcon title={w('show.lacks')} description={[...new Set(said)].join('；')} />
  );
}
