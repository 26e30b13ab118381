// Who has the right to answer when lines differ: simulated networks, decided by the rules themselves (docs/fairness.md).
import {
  ARRIVAL,
  HALL,
  HALL_ORDER,
  MIXED,
  MIXED_ORDER,
  opened,
  shares,
  type Cheat,
} from '../packages/rules/src/show/fairness.testing.ts';
import { report } from './support/process.ts';

const TRIALS = Number(process.env['BENCH_TRIALS'] ?? 4_000);
const SEED = process.env['BENCH_SEED'] ?? 'leitai';
const percent = (share: number): number => 100 * share;

const places = [
  { name: 'hall', network: HALL, order: HALL_ORDER },
  { name: 'mixed', network: MIXED, order: MIXED_ORDER },
];

for (const { name, network, order } of places)
  for (const size of [2, 8]) {
    const arrival = opened(ARRIVAL, size);
    const compensated = opened(order, size);
    for (const gapMs of [1, 2, 5, 10, 20, 50, 100]) {
      const at = `show-fairness/${name}/${size}/${gapMs}ms`;
      const setting = { network, size, gapMs };
      const plain = shares({ ...setting, order: ARRIVAL, state: arrival }, TRIALS, `${SEED}/${at}`);
      const fair = shares({ ...setting, order, state: compensated }, TRIALS, `${SEED}/${at}`);
      report(`${at}/arrival`, '%', percent(plain.won));
      report(`${at}/compensated`, '%', percent(fair.won));
      report(`${at}/declared`, '%', percent(fair.declared));
      report(`${at}/wrong-undeclared`, '%', percent(fair.wrong));
    }
  }

for (const { name, network, order } of places) {
  const state = opened(order, 2);
  for (const gapMs of [10, 20, 50, 100, 150, 200])
    for (const cheat of ['none', 'forges', 'delays'] as const satisfies Cheat[]) {
      const at = `show-fairness/${name}/cheat/${gapMs}ms/${cheat}`;
      const { won } = shares({ network, order, state, size: 2, gapMs, cheat }, TRIALS, `${SEED}/${at}`);
      report(at, '%', percent(1 - won));
    }
}
