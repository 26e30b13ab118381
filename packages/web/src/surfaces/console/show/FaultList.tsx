import type { ConfigProblem, ShowConfig } from '@leitai/rules/show';
import { Alert, Button } from 'antd';
import { refusalWords } from '../../../words/words.ts';
import { useWords, type ConsoleKey } from '../words.ts';
import { isUnfinished, placeOf } from './configFaults.ts';
import { SETTING_WORDS } from './settingWords.ts';

interface Props {
  readonly config: ShowConfig;
  readonly faults: readonly ConfigProblem[];
  /** Opens the part and goes to the field. */
  readonly go: (path: string) => void;
}

const SHOWN = 8;

/** What is still needed for the start; each line leads to its place. */
export function LackingList({ config, faults, go }: Props) {
  const w = useWords();
  const lacking = faults.filter(isUnfinished);
  if (lacking.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={w('show.lacks')}
      description={<Lines config={config} faults={lacking} go={go} />}
    />
  );
}

/** What is wrong and cannot be saved; beside the button that saves, where it moves no field while one types. */
export function WrongList({ config, faults, go }: Props) {
  const w = useWords();
  const wrong = faults.filter((fault) => !isUnfinished(fault));
  if (wrong.length === 0) return null;
  return (
    <div className="wrong-list">
      <strong className="set-fault">⚠ {w('show.wrong', { n: wrong.length })}</strong>
      <Lines config={config} faults={wrong} go={go} />
    </div>
  );
}

function Lines({ config, faults, go }: Props) {
  const w = useWords();
  const say = (fault: ConfigProblem): string => {
    const { title, setting, question } = placeOf(config, fault.path);
    const facts = { ...fault.facts, title: title ?? w('show.decider') };
    if (fault.path === 'teams') return w('show.lacksTeams');
    if (fault.path === 'rounds') return w('show.lacksRounds');
    if (fault.code === 'show.config.tooFew' && fault.path.endsWith('.questions'))
      return w('show.lacksQuestions', facts);
    const inPart = question === null ? (setting === null ? '' : w(labelOf(setting, title))) : null;
    return w('show.faultAt', {
      at:
        fault.path.startsWith('rounds.') || fault.path.startsWith('decider.')
          ? facts.title
          : w('show.settings'),
      part: inPart ?? w('show.faultQuestion', { n: question }),
      what: refusalWords(fault.code, fault.facts),
    });
  };
  return (
    <ul className="fault-list">
      {faults.slice(0, SHOWN).map((fault) => (
        <li key={`${fault.path} ${fault.code}`}>
          <Button type="link" onClick={() => go(fault.path)}>
            {say(fault)}
          </Button>
        </li>
      ))}
      {faults.length > SHOWN && (
        <li className="quiet">{w('show.moreFaults', { n: faults.length - SHOWN })}</li>
      )}
    </ul>
  );
}

const labelOf = (setting: string, title: string | null): ConsoleKey =>
  title === null && setting in SETTING_WORDS
    ? SETTING_WORDS[setting as keyof typeof SETTING_WORDS]
    : (`round.${setting}` as ConsoleKey);
