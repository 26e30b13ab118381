import { Closed, DecimalText, Maybe, Text, Words } from '@leitai/contract';
import { ok, refuse, type Result } from '@leitai/rules';
import { validateConfig, type ConfigProblemCode, type ShowConfig } from '@leitai/rules/show';
import { Ajv } from 'ajv';
import { Type, type Static, type TProperties } from 'typebox';

/** The shape of `ShowConfig`, so that the rules' `validateConfig` only sees well-shaped ones. */
const Key = Text(64);
const Seconds = Type.Integer({ minimum: 1, maximum: 86_400 });
const Count = Type.Integer({ minimum: 1, maximum: 1_000 });
const Penalty = Type.Union([Type.Literal('same'), DecimalText]);
const Help = Type.Union([
  Closed({ rule: Type.Literal('allowed') }),
  Closed({ rule: Type.Literal('void') }),
  Closed({ rule: Type.Literal('penalty'), points: DecimalText }),
]);
const Foul = Type.Union([
  Closed({ rule: Type.Literal('voidAndPenalty'), points: DecimalText }),
  Closed({ rule: Type.Literal('twoStrike'), points: DecimalText }),
  Closed({ rule: Type.Literal('lockout') }),
]);

const Question = Closed({
  id: Key,
  stem: Type.String({ maxLength: 2_000 }),
  options: Type.Optional(Type.Array(Text(500), { maxItems: 12 })),
  media: Type.Optional(Closed({ kind: Words(['image', 'audio', 'video']), url: Text(500) })),
  answer: Type.String({ maxLength: 2_000 }),
  explanation: Type.Optional(Type.String({ maxLength: 4_000 })),
  points: Type.Optional(DecimalText),
  hits: Type.Optional(Type.Array(Text(500), { maxItems: 100 })),
  words: Type.Optional(Type.Array(Text(100), { maxItems: 200 })),
  items: Type.Optional(
    Type.Array(Closed({ stem: Text(500), answer: Type.String({ maxLength: 500 }) }), { maxItems: 200 }),
  ),
  unit: Type.Optional(Text(20)),
});

const round = <K extends string, P extends TProperties>(kind: K, properties: P) =>
  Closed({
    kind: Type.Literal(kind),
    id: Key,
    title: Text(40),
    questions: Type.Array(Question, { maxItems: 500 }),
    practice: Type.Boolean(),
    eliminate: Type.Integer({ minimum: 0, maximum: 200 }),
    ...properties,
  });

const spoken = {
  timeLimitSec: Seconds,
  beginWithinSec: Maybe(Seconds),
  wrongPenalty: Penalty,
  latePenalty: Type.Union([Type.Literal('asWrong'), Penalty]),
  help: Help,
};

const Steal = Type.Union([
  Closed({ rule: Type.Literal('off') }),
  Closed({
    rule: Type.Literal('offer'),
    points: DecimalText,
    wrongPenalty: DecimalText,
    firstLoses: DecimalText,
    windowSec: Seconds,
    nobody: Words(['nothing', 'rightForFirst']),
  }),
]);
const turns = { ...spoken, turnsPerTeam: Count, steal: Steal, audienceOnFail: Type.Boolean() };
const turnOrder = Words(['seatBySeat', 'teamByTeam']);
const Values = Type.Array(DecimalText, { maxItems: 20 });
const Milliseconds = Type.Integer({ minimum: 0, maximum: 60_000 });
const StartDelay = Maybe(Closed({ minMs: Milliseconds, maxMs: Milliseconds }));
const together = { timeLimitSec: Seconds, wrongIsOut: Type.Boolean() };

const Round = Type.Union([
  round('mandatory', { ...turns, points: DecimalText, turnOrder, seats: Maybe(Count) }),
  round('teamMandatory', { ...turns, points: DecimalText, turnOrder }),
  round('video', { timeLimitSec: Seconds, perHit: DecimalText, turnsPerTeam: Count }),
  round('charades', {
    timeLimitSec: Seconds,
    perWord: DecimalText,
    passes: Type.Integer({ minimum: 0, maximum: 1_000 }),
    turnsPerTeam: Count,
    wordsOn: Words(['screen', 'host']),
  }),
  round('rapid', {
    timeLimitSec: Seconds,
    perItem: DecimalText,
    wrongPenalty: DecimalText,
    turnsPerTeam: Count,
  }),
  round('buzzer', {
    ...spoken,
    points: DecimalText,
    pressWindowSec: Maybe(Seconds),
    startDelay: StartDelay,
    nobody: Words(['audience', 'void']),
    foul: Foul,
    interruptReading: Type.Boolean(),
    afterWrong: Words(['reopen', 'audience', 'void']),
    failuresToAudience: Maybe(Count),
    mediaOnBuzz: Words(['pause', 'goOn']),
  }),
  round('risk', {
    ...turns,
    values: Values,
    order: Words(['highFirst', 'lowFirst', 'table']),
    declineAllowed: Type.Boolean(),
    chooseSec: Maybe(Seconds),
  }),
  round('assigned', {
    ...turns,
    values: Values,
    chooseSec: Maybe(Seconds),
    askerGains: Type.Boolean(),
  }),
  round('cardRaise', { ...together, points: DecimalText, wrongPenalty: Penalty }),
  round('estimate', { ...together, points: DecimalText, exactBonus: DecimalText }),
  round('speed', {
    ...together,
    points: DecimalText,
    floorPoints: DecimalText,
    wrongPenalty: DecimalText,
  }),
  round('wager', { ...together, most: Maybe(DecimalText), stakeSec: Maybe(Seconds) }),
  round('audience', { timeLimitSec: Maybe(Seconds) }),
]);

const Order = Type.Union([
  Closed({ rule: Type.Literal('arrival') }),
  Closed({
    rule: Type.Literal('compensated'),
    capMs: Type.Integer({ minimum: 0, maximum: 1_000 }),
    maxOneWayMs: Type.Integer({ minimum: 0, maximum: 1_000 }),
    deadHeat: Words(['earlier', 'lot', 'again', 'jury']),
  }),
]);

const Config = Closed({
  name: Text(120),
  teams: Type.Array(
    Closed({ id: Key, name: Text(60), table: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }),
    { maxItems: 200 },
  ),
  tableOrder: Words(['draw', 'listed']),
  baseScore: DecimalText,
  floor: Maybe(DecimalText),
  order: Order,
  rounds: Type.Array(Round, { maxItems: 20 }),
  decider: Type.Union([
    Closed({
      rule: Words(['suddenDeath', 'extraRound', 'risk']),
      round: round('decider', {
        timeLimitSec: Seconds,
        pressWindowSec: Maybe(Seconds),
        startDelay: StartDelay,
        foul: Words(['void', 'lockout']),
        points: DecimalText,
        turnsPerTeam: Count,
        values: Values,
      }),
    }),
    Closed({ rule: Type.Literal('none') }),
  ]),
  placesThatMatter: Type.Array(Count, { maxItems: 200 }),
  ties: Words(['shared', 'lot']),
  stream: Maybe(Text(500)),
});

type Same<A extends B, B> = A;
/** Both sides are the same shape; the compiler says where they part. */
export type ConfigAgrees = [
  Same<Static<typeof Config>, ShowConfig>,
  Same<ShowConfig['rounds'][number]['kind'], Static<typeof Round>['kind']>,
];

const ajv = new Ajv({ strict: false, discriminator: false });
const isConfig = ajv.compile<ShowConfig>(Config);
const isRound = new Map(
  Round.anyOf.map((shape) => [(shape.properties.kind as { const: string }).const, ajv.compile(shape)]),
);

/** What is only not there yet: rounds are written one after another, often before the teams are known. */
const UNFINISHED: readonly string[] = [
  'show.config.tooFew',
  'show.config.wordsMissing',
  'show.config.hitsMissing',
  'show.config.itemsMissing',
] satisfies ConfigProblemCode[];

/**
 * Refuses `show.configInvalid` with the `field` at fault and the `problems` found. What is unfinished is kept as it is:
 * the start of the show asks for the whole.
 */
export function readConfig(config: unknown): Result<ShowConfig> {
  if (!isConfig(config)) {
    const field = firstFault(config);
    return refuse('show.configInvalid', { field, problems: [{ path: field, code: 'show.config.shape' }] });
  }
  const problems = validateConfig(config).filter(({ code }) => !UNFINISHED.includes(code));
  if (problems.length === 0) return ok(config);
  return refuse('show.configInvalid', { field: problems[0]!.path, problems: problems.slice(0, 50) });
}

/** A round is named by its own kind's shape: the union's complaints would be about all kinds at once. */
function firstFault(config: unknown): string {
  const rounds = (config as { rounds?: unknown } | null)?.rounds;
  for (const [index, item] of (Array.isArray(rounds) ? rounds : []).entries()) {
    const kind = (item as { kind?: unknown } | null)?.kind;
    const validate = typeof kind === 'string' ? isRound.get(kind) : undefined;
    if (validate === undefined) return `rounds.${index}.kind`;
    if (!validate(item)) return [`rounds.${index}`, ...place(validate.errors)].join('.');
  }
  isConfig(config);
  return place(isConfig.errors).join('.');
}

function place(errors: typeof isConfig.errors): string[] {
  const [error] = errors ?? [];
  const { missingProperty, additionalProperty } = (error?.params ?? {}) as Record<string, string | undefined>;
  return [...(error?.instancePath ?? '').split('/'), missingProperty ?? additionalProperty ?? ''].filter(
    Boolean,
  );
}
