import type { Ended } from '../../kinds/exam/answerDesk.ts';
import type { OpenedAttempt } from '../../kinds/exam/openAttempt.ts';

export interface EndedStage extends Ended {
  readonly opened: OpenedAttempt;
}

/** A try that was over before this page opened it: handed in elsewhere, or out of time. */
export function endedAtStart(opened: OpenedAttempt): EndedStage | null {
  const { state, answers } = opened.attempt;
  if (state === 'running') return null;
  const answered = answers.filter(({ choice }) => choice.length > 0).length;
  return {
    how: state === 'submitted' ? 'submitted' : 'timeUp',
    answered,
    unsent: 0,
    refusal: null,
    opened,
  };
}

/** Whether the entrant may go back to work from here. */
export const mayContinue = ({ how }: Ended): boolean => how === 'takenOver' || how === 'refused';
