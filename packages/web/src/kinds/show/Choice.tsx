import type { TeamView } from '@leitai/rules/show';
import { useState } from 'react';
import { useStageWords } from '../../words/stage.ts';

/** Risk values to choose from; chosen is chosen (QZ §2.3), so a second tap confirms. */
export function Choice({
  choose,
  act,
}: {
  choose: NonNullable<TeamView['choose']>;
  act: (command: object) => void;
}) {
  const say = useStageWords();
  const [picked, setPicked] = useState<string | null>(null);
  if (picked !== null) {
    const declined = picked === 'decline';
    return (
      <div className="choice">
        <button
          type="button"
          className="sure"
          onClick={() => act(declined ? { type: 'declineRisk' } : { type: 'chooseRisk', value: picked })}
        >
          {declined ? say('sureDecline') : say('sure', { value: picked })}
        </button>
        <button type="button" onClick={() => setPicked(null)}>
          {say('chooseAgain')}
        </button>
      </div>
    );
  }
  return (
    <div className="choice">
      {choose.values.map((value) => (
        <button type="button" key={value} className="value num" onClick={() => setPicked(value)}>
          {say('points', { points: value })}
        </button>
      ))}
      {choose.decline && (
        <button type="button" onClick={() => setPicked('decline')}>
          {say('decline')}
        </button>
      )}
    </div>
  );
}
