import type { ConfigProblem } from '@leitai/rules/show';
import { createContext, useContext, type ReactNode } from 'react';
import { refusalWords } from '../../../words/words.ts';
import { faultsAt, isUnfinished } from './configFaults.ts';

/** The faults of the draft that is shown. */
export const Faults = createContext<readonly ConfigProblem[]>([]);

/** What is wrong at a setting, in words; what is only missing yet is said at the top. */
function useFault(path: string): string | null {
  const found = faultsAt(useContext(Faults), path).find((fault) => !isUnfinished(fault));
  return found === undefined ? null : refusalWords(found.code, found.facts);
}

export const idOf = (path: string): string => `set-${path.replaceAll('.', '-')}`;

/** What joins a control to its label and its fault. */
export interface Joined {
  readonly id: string;
  readonly status: '' | 'error';
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A label, one control and, beside it, what is wrong with it. */
export function FieldRow(props: { path: string; label: string; children: (joined: Joined) => ReactNode }) {
  const { path, label, children } = props;
  const fault = useFault(path);
  const id = idOf(path);
  return (
    <div className="set">
      <label className="quiet" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        status: fault === null ? '' : 'error',
        'aria-invalid': fault !== null,
        'aria-describedby': fault === null ? undefined : `${id}-fault`,
      })}
      {fault !== null && <FaultLine id={`${id}-fault`} said={fault} />}
    </div>
  );
}

/** A label over several controls that make one setting; each of them has a label of its own. */
export function FieldGroup(props: {
  path: string;
  label: string;
  room: 'pair' | 'whole';
  children: ReactNode;
}) {
  const { path, label, room, children } = props;
  const fault = useFault(path);
  const id = idOf(path);
  return (
    <div className={`set ${room}`} role="group" aria-labelledby={`${id}-label`}>
      <span className="quiet" id={`${id}-label`}>
        {label}
      </span>
      <span className="bar set-parts">{children}</span>
      {fault !== null && <FaultLine id={`${id}-fault`} said={fault} />}
    </div>
  );
}

const FaultLine = ({ id, said }: { id: string; said: string }) => (
  <div className="set-fault" id={id} role="status">
    ⚠ {said}
  </div>
);
