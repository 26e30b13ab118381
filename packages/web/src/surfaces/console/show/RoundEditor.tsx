import './roundEditor.css';
import type { ShowConfig } from '@leitai/rules/show';
import { Alert, App, Button, Collapse, Tag } from 'antd';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../base/useCall.ts';
import { useWords } from '../words.ts';
import { faultsOf, isUnfinished, placeOf } from './configFaults.ts';
import { DeciderFields } from './DeciderFields.tsx';
import { LackingList, WrongList } from './FaultList.tsx';
import { Faults, idOf } from './FieldRow.tsx';
import { QuestionTable } from './QuestionTable.tsx';
import { ProgrammeActs, RoundActs } from './RoundActs.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import { RulePreview } from './RulePreview.tsx';
import { ShowFields } from './ShowFields.tsx';
import { questionIds } from './showConfig.ts';
import { useDraft } from './useDraft.ts';

/** A part can be gone to once it has opened. */
const OPENING_MS = 350;

/** Rounds and their questions; changes are gathered here and saved together. A show that has begun plays what is stored. */
export function RoundEditor(props: { stageId: string; config: ShowConfig; started: boolean }) {
  const { stageId, config, started } = props;
  const w = useWords();
  const { message } = App.useApp();
  const { busy, run } = useAct();
  const draft = useDraft(stageId, config);
  const [open, setOpen] = useState<readonly string[]>([]);
  const shown = (started ? null : draft.config) ?? config;
  const faults = useMemo(() => (started ? [] : faultsOf(shown)), [shown, started]);
  const unsaved = !started && draft.config !== null;
  const go = (path: string) => {
    const { part } = placeOf(shown, path);
    setOpen((now) => (now.includes(part) ? now : [...now, part]));
    focusSoon(path);
  };
  const save = async () => {
    const wrong = faults.find((fault) => !isUnfinished(fault));
    if (wrong !== undefined) {
      void message.error(w('show.wrongFirst'));
      return go(wrong.path);
    }
    const saved = await run(
      () => call('show.update', { params: { stageId }, body: { config: { ...shown } } }),
      w('saved'),
    );
    if (saved !== null) draft.drop();
  };
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    // Dialogs bubble here too; their fields take back by themselves.
    if (started || !(event.ctrlKey || event.metaKey) || !event.currentTarget.contains(event.target as Node))
      return;
    const key = event.key.toLowerCase();
    const act =
      key === 's' && unsaved
        ? () => void save()
        : key === 'y' || (key === 'z' && event.shiftKey)
          ? draft.redo
          : key === 'z'
            ? draft.undo
            : null;
    if (act === null) return;
    event.preventDefault();
    act();
  };
  const { decider } = shown;
  return (
    <Faults value={faults}>
      <div className="stack" onKeyDown={keys}>
        {started ? (
          <Alert type="info" showIcon title={w('show.started')} description={w('show.startedLead')} />
        ) : (
          <LackingList config={shown} faults={faults} go={go} />
        )}
        <Collapse
          collapsible="header"
          activeKey={[...open]}
          onChange={setOpen}
          items={[
            {
              key: 'show',
              label: <strong>{w('show.settings')}</strong>,
              children: (
                <div className="round-settings">
                  <ShowFields config={shown} disabled={started} change={draft.change} />
                  <RulePreview config={shown} round={null} path="" />
                </div>
              ),
            },
            ...shown.rounds.map((round, index) => ({
              key: round.id,
              label: (
                <PartLabel
                  title={`${index + 1}. ${round.title}`}
                  kind={w(`roundKind.${round.kind}`)}
                  questions={round.questions.length}
                >
                  {round.practice && <Tag>{w('round.practiceTag')}</Tag>}
                </PartLabel>
              ),
              extra: !started && <RoundActs config={shown} index={index} change={draft.change} />,
              children: (
                <RoundPanel
                  stageId={stageId}
                  config={shown}
                  index={index}
                  disabled={started}
                  change={draft.change}
                />
              ),
            })),
            {
              key: 'decider',
              label: (
                <PartLabel
                  title={w('show.decider')}
                  kind={w(`show.decider.${decider.rule}`)}
                  questions={decider.rule === 'none' ? null : decider.round.questions.length}
                />
              ),
              children: (
                <div className="stack">
                  <div className="round-settings">
                    <DeciderFields
                      decider={decider}
                      disabled={started}
                      change={(next) => draft.change({ ...shown, decider: next })}
                    />
                    {decider.rule !== 'none' && (
                      <RulePreview config={shown} round={decider.round.id} path="decider" />
                    )}
                  </div>
                  {decider.rule !== 'none' && (
                    <QuestionTable
                      stageId={stageId}
                      round={decider.round}
                      path="decider.round"
                      disabled={started}
                      taken={questionIds(shown)}
                      change={(round) => draft.change({ ...shown, decider: { rule: decider.rule, round } })}
                    />
                  )}
                </div>
              ),
            },
          ]}
        />
        {!started && (
          <ProgrammeActs
            config={shown}
            change={draft.change}
            opened={(round) => {
              setOpen((now) => [...now, round]);
              focusSoon(`rounds.${shown.rounds.length}.title`);
            }}
          />
        )}
        {!started && (unsaved || draft.redo !== null) && (
          <div className="save-bar">
            <WrongList config={shown} faults={faults} go={go} />
            <Button
              color="default"
              variant="solid"
              loading={busy}
              disabled={!unsaved}
              onClick={() => void save()}
            >
              {w('show.save')}
            </Button>
            <Button disabled={draft.undo === null} title="Ctrl+Z" onClick={() => draft.undo?.()}>
              {w('show.undo')}
            </Button>
            <Button disabled={draft.redo === null} title="Ctrl+Y" onClick={() => draft.redo?.()}>
              {w('show.redo')}
            </Button>
            <Button disabled={!unsaved} onClick={draft.drop}>
              {w('discard')}
            </Button>
            {unsaved && <span className="quiet">{w('show.unsaved')}</span>}
          </div>
        )}
      </div>
    </Faults>
  );
}

function PartLabel(props: { title: string; kind: string; questions: number | null; children?: ReactNode }) {
  const w = useWords();
  const { title, kind, questions, children } = props;
  return (
    <span className="bar">
      <strong>{title}</strong>
      <span className="quiet">{kind}</span>
      {questions !== null && (
        <Tag {...(questions === 0 ? { color: 'warning' } : {})}>
          {w('show.questionCount', { n: questions })}
        </Tag>
      )}
      {children}
    </span>
  );
}

/** Once the part has opened; who has begun to write elsewhere by then is left alone. */
function focusSoon(path: string): void {
  const from = document.activeElement;
  setTimeout(() => {
    const now = document.activeElement;
    if (now === from || !now?.closest('input, textarea, .ant-modal')) focusOn(path);
  }, OPENING_MS);
}

/** The field of a setting, else the setting around it, else the questions of its round. */
function focusOn(path: string): void {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(idOf(parts.slice(0, length).join('.')));
    if (found === null) continue;
    found.scrollIntoView({ block: 'center' });
    return found.focus({ preventScroll: true });
  }
}
