import type { ScreenView } from '@leitai/rules/show';
import { useEffect, useRef, useState } from 'react';
import { pressing } from '../../kinds/show/telling.ts';

/** A tune: notes as semitones above A3 with their length in seconds. Each table has its own, told apart by its shape. */
type Tune = readonly (readonly [semitone: number, seconds: number])[];
const OWN: readonly Tune[] = [
  [[12, 0.35]],
  [
    [7, 0.14],
    [7, 0.22],
  ],
  [
    [3, 0.12],
    [15, 0.25],
  ],
  [
    [17, 0.12],
    [5, 0.25],
  ],
  [
    [10, 0.09],
    [14, 0.09],
    [17, 0.2],
  ],
  [
    [19, 0.09],
    [15, 0.09],
    [12, 0.2],
  ],
  [
    [0, 0.1],
    [12, 0.1],
    [0, 0.2],
  ],
  [
    [22, 0.07],
    [22, 0.07],
    [22, 0.07],
    [22, 0.16],
  ],
];
const OPEN: Tune = [[24, 0.12]];
const RIGHT: Tune = [
  [12, 0.1],
  [16, 0.1],
  [19, 0.28],
];
const WRONG: Tune = [
  [3, 0.18],
  [-3, 0.4],
];
const LATE: Tune = [[-9, 0.7]];

const frequency = (semitone: number): number => 220 * 2 ** (semitone / 12);

function play(context: AudioContext, tune: Tune): void {
  let at = context.currentTime;
  for (const [semitone, seconds] of tune) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = 'triangle';
    tone.frequency.value = frequency(semitone);
    volume.gain.setValueAtTime(0.0001, at);
    volume.gain.exponentialRampToValueAtTime(0.5, at + 0.015);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds + 0.02);
    at += seconds;
  }
}

/** What has just happened, as sound; `null` when nothing that should be heard. */
export function tuneOf(before: ScreenView | null, now: ScreenView): Tune | null {
  if (before === null || now.seq <= before.seq) return null;
  const tableOf = (team: string | null | undefined): number =>
    (now.scores.find((line) => line.team === team)?.table ?? 1) - 1;
  const heard = now.tested.length > before.tested.length ? now.tested.at(-1) : undefined;
  if (now.testing && heard !== undefined) return OWN[tableOf(heard.team) % OWN.length]!;
  if (now.phase === before.phase) return null;
  if (now.phase === 'open') return OPEN;
  const taken = before.phase === 'open' || before.phase === 'gathering' || before.phase === 'deadHeat';
  if (now.phase === 'answering' && (taken || pressing(now)) && now.turn?.team != null)
    return OWN[tableOf(now.turn.team) % OWN.length]!;
  if (now.phase === 'ruling' && now.turn?.late) return LATE;
  return now.phase === 'judged' ? ruled(now) : null;
}

/** Who answers alone hears right or wrong; where all answer at once, one right team is worth the bright tune. */
function ruled({ turn, question }: ScreenView): Tune | null {
  const together = question?.reveal?.entries;
  if (together) return together.some(({ right }) => right) ? RIGHT : WRONG;
  switch (turn?.outcome) {
    case 'right':
      return RIGHT;
    case 'wrong':
    case 'late':
    case 'foul':
      return WRONG;
    default:
      return null;
  }
}

/** Sound needs one touch of this page first; `enable` is that touch. */
export function useSounds(view: ScreenView | null): { on: boolean; enable: () => void; silence: () => void } {
  const context = useRef<AudioContext | null>(null);
  const before = useRef<ScreenView | null>(null);
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (view === null) return;
    const tune = tuneOf(before.current, view);
    before.current = view;
    if (tune !== null && on && context.current?.state === 'running') play(context.current, tune);
  }, [view, on]);
  return {
    on,
    enable: () => {
      context.current ??= new AudioContext();
      void context.current.resume();
      setOn(true);
    },
    silence: () => setOn(false),
  };
}
