import type { ShowState } from '@leitai/rules/show';
import type { Column, Paper } from '../../platform/pdf/paper.ts';
import { INK, QUIET } from '../../platform/pdf/paper.ts';
import { qr } from '../../platform/pdf/qr.ts';
import { minutes, moment, PAUSES, PROTESTS } from './chinese.ts';
import { partsOf, partSum, teamsAt } from './scoreParts.ts';

export interface ResultSheet {
  readonly state: ShowState;
  readonly unitName: string;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly events: number;
  /** SHA-256 of the event log. */
  readonly digest: string;
  /** Address of the replay. */
  readonly replay: string;
}

/** So many rounds stand side by side; more of them make a second table. */
const ABREAST = 7;

/** 成绩确认单: what the officials sign. Only of a finished show. */
export function drawResult(paper: Paper, sheet: ResultSheet): void {
  const { state, unitName, startedAt, endedAt } = sheet;
  paper.centred(state.config.name, 19);
  paper.centred('成绩确认单', 14);
  paper.gap(6);
  paper.line(`主办单位：${unitName}`);
  if (startedAt !== null && endedAt !== null)
    paper.line(`比赛时间：${moment(startedAt)} 至 ${moment(endedAt)}（北京时间）`);
  places(paper, state);
  sums(paper, state);
  pauses(paper, state);
  protests(paper, state);
  corrections(paper, state);
  evidence(paper, sheet);
  signatures(paper, '经核对，以上成绩与现场裁定一致。', ['主持人', '裁判长', '记分员', '监督']);
}

function places(paper: Paper, state: ShowState): void {
  const at = new Map(teamsAt(state).map((team) => [team.id, team]));
  const gone = new Set(state.eliminated.flat());
  paper.heading('一、名次');
  paper.table(
    [
      { title: '名次', share: 1, align: 'centre' },
      { title: '台号', share: 1, align: 'centre' },
      { title: '代表队', share: 5 },
      { title: '总分', share: 1.5, align: 'right' },
      { title: '备注', share: 2 },
    ],
    (state.standings ?? []).map(({ team, total, place, decided, byLot }) => [
      String(place),
      String(at.get(team)?.table ?? ''),
      at.get(team)?.name ?? '',
      minus(total),
      [decided ? '加赛决出' : '', byLot ? '抽签决出' : '', gone.has(team) ? '中途淘汰' : '']
        .filter(Boolean)
        .join('、'),
    ]),
  );
  if (state.standings?.some(({ decided }) => decided)) note(paper, '加赛只定名次，不计入总分。');
  if (state.lot !== null && state.standings?.some(({ byLot }) => byLot))
    note(paper, `抽签种子：${state.lot}，可据此复核。`);
}

function sums(paper: Paper, state: ShowState): void {
  const teams = teamsAt(state);
  const parts = partsOf(state).filter(
    (part) => part.label !== '环节外' || state.ledger.some((row) => part.holds(row)),
  );
  const totals = new Map(state.standings?.map(({ team, total }) => [team, total]));
  paper.heading('二、各环节得分');
  for (let from = 0; from < parts.length; from += ABREAST) {
    const some = parts.slice(from, from + ABREAST);
    const last = from + ABREAST >= parts.length;
    const columns: Column[] = [
      { title: '台号', share: 1, align: 'centre' },
      { title: '代表队', share: 3.4 },
      ...some.map(({ label }) => ({ title: label, share: 1.6, align: 'right' as const })),
      ...(last ? [{ title: '总分', share: 1.6, align: 'right' as const }] : []),
    ];
    paper.table(
      columns,
      teams.map(({ id, name, table }) => [
        String(table),
        name,
        ...some.map((part) => minus(partSum(state, part, id))),
        ...(last ? [minus(totals.get(id) ?? '')] : []),
      ]),
    );
    if (!last) paper.gap(8);
  }
}

function pauses(paper: Paper, { pauses: all }: ShowState): void {
  paper.heading('三、暂停与设备故障');
  if (all.length === 0) return paper.line('无。');
  const sum = (reason: keyof typeof PAUSES): number =>
    all.filter((p) => p.reason === reason).reduce((ms, p) => ms + ((p.until ?? p.from) - p.from), 0);
  paper.table(
    [
      { title: '起', share: 1.3 },
      { title: '止', share: 1.3 },
      { title: '原因', share: 1.6 },
      { title: '分钟', share: 1, align: 'right' },
      { title: '说明', share: 3 },
    ],
    all.map(({ from, until, reason, note: words }) => [
      moment(from).slice(11),
      until === null ? '' : moment(until).slice(11),
      PAUSES[reason],
      until === null ? '' : String(minutes(until - from)),
      words ?? '',
    ]),
  );
  note(paper, `设备故障累计 ${minutes(sum('equipmentFault'))} 分钟。`);
}

function protests(paper: Paper, state: ShowState): void {
  const at = new Map(teamsAt(state).map((team) => [team.id, team]));
  paper.heading('四、异议与裁定');
  if (state.protests.length === 0) return paper.line('无。');
  paper.table(
    [
      { title: '编号', share: 0.9, align: 'centre' },
      { title: '代表队', share: 2.2 },
      { title: '题号', share: 1.1 },
      { title: '异议', share: 3.2 },
      { title: '裁定', share: 1.2 },
      { title: '裁定理由', share: 3.2 },
    ],
    state.protests.map(({ no, team, question, text, ruling }) => [
      String(no),
      at.get(team)?.name ?? '',
      question ?? '',
      text,
      ruling === null ? '未裁定' : PROTESTS[ruling.verdict],
      ruling?.note ?? '',
    ]),
  );
}

/** Points that the jury moved by hand, each with its reason: who signs must have seen them (QZ-11). */
function corrections(paper: Paper, state: ShowState): void {
  const at = new Map(teamsAt(state).map((team) => [team.id, team]));
  const rows = state.ledger.filter(({ reason, note: words }) => reason === 'adjust' || words !== undefined);
  paper.heading('五、加减分与冲正');
  if (rows.length === 0) return paper.line('无。');
  paper.table(
    [
      { title: '序号', share: 0.9, align: 'centre' },
      { title: '时间', share: 1.3 },
      { title: '代表队', share: 2.4 },
      { title: '分值', share: 1.1, align: 'right' },
      { title: '理由', share: 4 },
    ],
    rows.map(({ no, at: ms, team, delta, note: words, reverses }) => [
      String(no),
      moment(ms).slice(11),
      at.get(team)?.name ?? '',
      signed(delta),
      `${reverses === undefined ? '' : `冲正第 ${reverses} 号：`}${words ?? ''}`,
    ]),
  );
}

function evidence(paper: Paper, { state, events, digest, replay }: ResultSheet): void {
  paper.heading('六、核验');
  paper.need(80);
  const top = paper.y + 2;
  qr(paper.doc, replay, { x: paper.left, y: top, size: 66, colour: INK });
  const lines = [
    '扫描二维码可以查看全程回放。',
    `现场记录共 ${events} 个事件，得分 ${state.ledger.length} 笔，抢答 ${state.presses.length} 次。`,
    '现场记录摘要（SHA-256）：',
    digest,
  ];
  paper.beside(80, lines);
  paper.y = Math.max(paper.y, top + 72);
}

/** Lines to sign on, two abreast; all of them on one page. */
export function signatures(paper: Paper, statement: string, roles: readonly string[]): void {
  const height = 40;
  paper.need(40 + Math.ceil(roles.length / 2) * height);
  paper.gap(12);
  paper.line(statement);
  for (const [i, role] of roles.entries()) {
    if (i % 2 === 0) paper.gap(height);
    paper.signature(role, i % 2);
  }
  paper.gap(8);
}

const minus = (points: string): string => points.replace('-', '−');
const signed = (delta: string): string => (delta.startsWith('-') ? minus(delta) : `+${delta}`);

const note = (paper: Paper, text: string): void => {
  paper.gap(3);
  paper.line(text, { size: 9, colour: QUIET });
};
