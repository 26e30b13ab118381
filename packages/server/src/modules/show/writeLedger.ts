import { add, type Decimal } from '@leitai/rules';
import { standings, type ShowState, type TeamId } from '@leitai/rules/show';
import type ExcelJS from 'exceljs';
import { BASES, inputName, moment, PAUSES, PROTESTS, REASONS, tenths, VERDICTS } from './chinese.ts';
import { labelOf, partsOf, partSum, stemOf, teamsAt } from './scoreParts.ts';

const LEDGER = '得分明细';
const HOURS_8 = 8 * 3_600_000;
const TIME = 'yyyy-mm-dd hh:mm:ss';

/** Excel knows no zones: a cell's time is what the clock in Shanghai showed. */
const timeCell = (ms: number): Date => new Date(ms + HOURS_8);

interface Spec {
  readonly header: string;
  readonly width: number;
  readonly numFmt?: string;
}

/**
 * Every point and press as a workbook whose totals are formulas over its rows. It names teams and no persons: who ruled
 * stays in the record, and of protests only what became of them (DP-24). `by` and `at`: who exports it, and when.
 */
export async function writeLedger(state: ShowState, by: string, at: number): Promise<Buffer> {
  // A large library, loaded when the first sheet is asked for: the house starts without it.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  // The library writes no result that is 0: whoever opens the file computes them all.
  workbook.calcProperties.fullCalcOnLoad = true;
  workbook.title = `${state.config.name} ${LEDGER}`;
  const sheet = (name: string, columns: readonly Spec[]): ExcelJS.Worksheet => {
    const made = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      headerFooter: { oddFooter: `&L${escaped(by)} 导出于 ${moment(at)}&R第 &P 页，共 &N 页` },
    });
    made.columns = columns.map(({ header, width, numFmt }) => ({
      header,
      width,
      ...(numFmt === undefined ? {} : { style: { numFmt } }),
    }));
    made.getRow(1).font = { bold: true };
    return made;
  };
  writeRows(sheet, state);
  writeTotals(workbook, sheet, state);
  writePresses(sheet, state);
  writePauses(sheet, state);
  writeProtests(sheet, state);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

type NewSheet = (name: string, columns: readonly Spec[]) => ExcelJS.Worksheet;

/** In a page's foot `&` begins a code. */
const escaped = (text: string): string => text.replaceAll('&', '&&');

function writeRows(sheet: NewSheet, state: ShowState): void {
  const rows = sheet(LEDGER, [
    { header: '序号', width: 8 },
    { header: '时间', width: 20, numFmt: TIME },
    { header: '环节', width: 18 },
    { header: '题号', width: 12 },
    { header: '题干', width: 36 },
    { header: '台号', width: 8 },
    { header: '代表队', width: 22 },
    { header: '分值', width: 10 },
    { header: '原因', width: 14 },
    { header: '说明', width: 30 },
    { header: '冲正序号', width: 10 },
    { header: '该队累计', width: 10 },
  ]);
  const parts = partsOf(state);
  const teams = new Map(teamsAt(state).map((team) => [team.id, team]));
  const totals = new Map<TeamId, Decimal>();
  for (const row of state.ledger) {
    const total = add(totals.get(row.team) ?? '0', row.delta);
    totals.set(row.team, total);
    rows.addRow([
      row.no,
      timeCell(row.at),
      labelOf(parts, row),
      row.question,
      stemOf(state, row.round, row.question),
      teams.get(row.team)?.table,
      teams.get(row.team)?.name,
      Number(row.delta),
      REASONS[row.reason],
      row.note,
      row.reverses,
      Number(total),
    ]);
  }
}

/** Rounds × teams, each cell the sum of its rows; below them the board's own totals to compare. */
function writeTotals(workbook: ExcelJS.Workbook, sheet: NewSheet, state: ShowState): void {
  const teams = teamsAt(state);
  const totals = sheet('各队总分', [
    { header: '环节', width: 18 },
    ...teams.map(({ name, table }) => ({ header: `${table} 号台 ${name}`, width: 18 })),
  ]);
  const last = workbook.getWorksheet(LEDGER)!.rowCount;
  const column = (letter: string): string => `'${LEDGER}'!$${letter}$2:$${letter}$${Math.max(2, last)}`;
  // The tables stand as numbers in a row of their own: two teams may have one name.
  totals.addRow(['台号', ...teams.map(({ table }) => table)]);
  const parts = partsOf(state);
  for (const [i, part] of parts.entries())
    totals.addRow([
      part.label,
      ...teams.map(({ id }, at) => ({
        formula: `SUMIFS(${column('H')},${column('C')},$A${i + 3},${column('F')},${letterOf(at + 1)}$2)`,
        result: Number(partSum(state, part, id)),
      })),
    ]);
  const end = parts.length + 2;
  const board = new Map(standings(state).map(({ team, total, place }) => [team, { total, place }]));
  const total = (id: TeamId): number => Number(board.get(id)?.total ?? '0');
  totals.addRow([
    '合计',
    ...teams.map(({ id }, at) => ({
      formula: `SUM(${letterOf(at + 1)}3:${letterOf(at + 1)}${end})`,
      result: total(id),
    })),
  ]).font = { bold: true };
  totals.addRow(['记分牌', ...teams.map(({ id }) => total(id))]);
  totals.addRow([
    '核对',
    ...teams.map((_, at) => ({
      formula: `IF(ROUND(${letterOf(at + 1)}${end + 1}-${letterOf(at + 1)}${end + 2},9)=0,"相符","不符")`,
      result: '相符',
    })),
  ]);
  totals.addRow(['名次', ...teams.map(({ id }) => board.get(id)?.place)]);
}

/** A … Z, AA … */
function letterOf(index: number): string {
  const tail = String.fromCharCode(65 + (index % 26));
  return index < 26 ? tail : letterOf(Math.floor(index / 26) - 1) + tail;
}

function writePresses(sheet: NewSheet, state: ShowState): void {
  const presses = sheet('抢答记录', [
    { header: '序号', width: 8 },
    { header: '收到时间', width: 24, numFmt: `${TIME}.000` },
    { header: '环节', width: 18 },
    { header: '题号', width: 12 },
    { header: '第几次开抢', width: 12 },
    { header: '台号', width: 8 },
    { header: '代表队', width: 22 },
    { header: '用时（毫秒）', width: 14 },
    { header: '误差 ±（毫秒）', width: 14 },
    { header: '依据', width: 20 },
    { header: '往返（毫秒）', width: 14 },
    { header: '判定', width: 10 },
    { header: '设备', width: 16 },
  ]);
  const titles = new Map<string, string>(state.config.rounds.map(({ id, title }) => [id, title]));
  if (state.config.decider.rule !== 'none')
    titles.set(state.config.decider.round.id, state.config.decider.round.title);
  const teams = new Map(teamsAt(state).map((team) => [team.id, team]));
  for (const [i, press] of state.presses.entries())
    presses.addRow([
      i + 1,
      timeCell(press.at),
      titles.get(press.round),
      press.question,
      press.opening,
      teams.get(press.team)?.table,
      teams.get(press.team)?.name,
      tenths(press.deltaMs),
      tenths(press.uncertaintyMs),
      BASES[press.basis],
      press.roundTripMs === null ? null : tenths(press.roundTripMs),
      VERDICTS[press.verdict],
      inputName(press.input),
    ]);
}

function writePauses(sheet: NewSheet, state: ShowState): void {
  const pauses = sheet('暂停与故障', [
    { header: '序号', width: 10 },
    { header: '开始', width: 20, numFmt: TIME },
    { header: '结束', width: 20, numFmt: TIME },
    { header: '原因', width: 14 },
    { header: '分钟', width: 10, numFmt: '0.0' },
  ]);
  for (const [i, { reason, from, until }] of state.pauses.entries())
    pauses.addRow([
      i + 1,
      timeCell(from),
      until === null ? null : timeCell(until),
      PAUSES[reason],
      until === null ? null : (until - from) / 60_000,
    ]);
  const last = Math.max(2, state.pauses.length + 1);
  pauses.addRow([]);
  for (const reason of Object.keys(PAUSES) as (keyof typeof PAUSES)[]) {
    const row = pauses.addRow([null, null, '小计', PAUSES[reason]]);
    row.getCell(5).value = {
      formula: `SUMIFS($E$2:$E$${last},$D$2:$D$${last},D${row.number})`,
      result: state.pauses
        .filter((pause) => pause.reason === reason && pause.until !== null)
        .reduce((sum, { from, until }) => sum + (until! - from) / 60_000, 0),
    };
  }
}

function writeProtests(sheet: NewSheet, state: ShowState): void {
  const protests = sheet('异议', [
    { header: '编号', width: 8 },
    { header: '提出时间', width: 20, numFmt: TIME },
    { header: '台号', width: 8 },
    { header: '代表队', width: 22 },
    { header: '题号', width: 12 },
    { header: '裁定', width: 12 },
    { header: '裁定时间', width: 20, numFmt: TIME },
  ]);
  const teams = new Map(teamsAt(state).map((team) => [team.id, team]));
  for (const { no, at, team, question, ruling } of state.protests)
    protests.addRow([
      no,
      timeCell(at),
      teams.get(team)?.table,
      teams.get(team)?.name,
      question,
      ruling === null ? '未裁定' : PROTESTS[ruling.verdict],
      ruling === null ? null : timeCell(ruling.at),
    ]);
}
