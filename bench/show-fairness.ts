// Who has the right to answer when lines differ: simulated networks, decided by the rules themselves (docs/fairness.md).
import {
  ARRIVAL,
  HALL,
  MIXED,
  opened,
  ORDER,
  shares,
  type Cheat,
} from '../packages/rules/src/show/fairness.testing.ts';
import { report } from './support/process.ts';

const TRIALS = Number(process.env['BENCH_TRIALS'] ?? 4_000);
const SEED = process.env['BENCH_SEED'] ?? 'leitai';
const percent = (share: number): number => 100 * share;

for (const size of [2, 8]) {
  const arrival = opened(ARRIVAL, size);
  const compensated = opened(ORDER, size);
  for (const [name, network] of Object.entries({ hall: HALL, mixed: MIXED }))
    for (const gapMs of [1, 2, 5, 10, 20, 50, 100]) {
      const at = `show-fairness/${name}/${size}/${gapMs}ms`;
      const seed = `${SEED}/${at}`;
      const plain = shares({ network, order: ARRIVAL, state: arrival, size, gapMs }, TRIALS, seed);
      const fair = shares({ network, order: ORDER, state: compensated, size, gapMs }, TRIALS, seed);
      report(`${at}/arrival`, '%', percent(plain.won));
      report(`${at}/compensated`, '%', percent(fair.won), percent(plain.won));
      report(`${at}/compensated/declared`, '%', percent(fair.declared));
      report(`${at}/compensated/undeclared-wrong`, '%', percent(fair.wrong), percent(plain.wrong));
    }
}

const state = opened(ORDER, 2);
for (const gapMs of [10, 20, 50, 100, 150, 200])
  for (const cheat of ['none', 'forges', 'delays'] as const satisfies Cheat[]) {
    const at = `show-fairness/cheat/${gapMs}ms`;
    const { won } = shares(
      { network: MIXED, order: ORDER, state, size: 2, gapMs, cheat },
      TRIALS,
      `${SEED}/${at}`,
    );
    report(`${at}/${cheat}`, '%', percent(1 - won));
  }
