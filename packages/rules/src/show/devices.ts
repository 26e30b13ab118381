import { refuse } from '../kernel/index.ts';
import type { HostAct, InputCommand } from './command.ts';
import type { Decided } from './rounds/face.ts';
import type { ShowState } from './state.ts';

type OnDevices = Extract<HostAct, { type: 'startTest' | 'endTest' | 'mapInput' }>;

/** Test presses before the match and wired buzzers (QZ-33). */
export const onDevices = (_state: ShowState, _act: OnDevices, _at: number, _by: string): Decided =>
  refuse('show.notNow');

/** A press of a wired buzzer is its team's press. */
export const byInput = (_state: ShowState, _command: InputCommand): Decided => refuse('show.input.unmapped');
