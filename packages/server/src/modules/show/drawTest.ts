import type { PressRecord, ShowState } from '@leitai/rules/show';
import type { Paper } from '../../platform/pdf/paper.ts';
import { BASES, inputName, moment, tenths } from './chinese.ts';
import { signatures } from './drawResult.ts';
import { teamsAt, type TeamAt } from './scoreParts.ts';

interface Device {
  readonly team: TeamAt;
  readonly input: string | null;
  readonly press: PressRecord | null;
}

/** Every device that was heard, and those that belong to a team and were not. */
function devicesOf({ test, inputs }: ShowState, team: TeamAt): Device[] {
  const heard = test.filter((press) => press.team === team.id);
  const wired = Object.keys(inputs).filter(
    (input) => inputs[input] === team.id && !heard.some((press) => press.input === input),
  );
  const silent = [...wired, ...(heard.length + wired.length === 0 ? [null] : [])];
  return [
    ...heard.map((press) => ({ team, input: press.input, press })),
    ...silent.map((input) => ({ team, input, press: null })),
  ];
}

/** 试按记录: what the last test press measured of each device (QZ-33). */
export function drawTest(paper: Paper, state: ShowState, unitName: string): void {
  const { order } = state.config;
  paper.centred(state.config.name, 19);
  paper.centred('抢答器试按记录', 14);
  paper.gap(6);
  paper.line(`主办单位：${unitName}`);
  paper.line(
    order.rule === 'arrival'
      ? '抢答先后：以服务器收到的顺序为准。'
      : `抢答先后：以按下的时刻为准，单程最多补偿 ${order.maxOneWayMs} 毫秒，申报时刻另容许 ${order.capMs} 毫秒。`,
  );
  paper.gap(8);
  const devices = teamsAt(state).flatMap((team) => devicesOf(state, team));
  paper.table(
    [
      { title: '台号', share: 0.9, align: 'centre' },
      { title: '代表队', share: 2.4 },
      { title: '设备', share: 1.6 },
      { title: '往返', share: 1, align: 'right' },
      { title: '误差 ±', share: 1.1, align: 'right' },
      { title: '依据', share: 2.6 },
      { title: '用时', share: 1.3, align: 'right' },
      { title: '时间', share: 1.4, align: 'right' },
    ],
    devices.map(({ team, input, press }) => [
      String(team.table),
      team.name,
      inputName(input),
      ...(press === null
        ? ['', '', '未收到', '', '']
        : [
            press.roundTripMs === null ? '—' : String(tenths(press.roundTripMs)),
            String(tenths(press.uncertaintyMs)),
            BASES[press.basis],
            String(tenths(press.deltaMs)),
            moment(press.at).slice(11),
          ]),
    ]),
  );
  const day = state.test.at(-1)?.at;
  const silent = devices.filter(({ press }) => press === null).length;
  paper.gap(6);
  if (day !== undefined)
    paper.line(`试按日期：${moment(day).slice(0, 10)}（北京时间）。用时自试按开始起算，单位均为毫秒。`);
  paper.line(
    silent === 0
      ? `共 ${devices.length} 件设备，全部收到。`
      : `共 ${devices.length} 件设备，${silent} 件未收到。`,
  );
  signatures(paper, '各队设备已经试按，情况属实。', ['主持人', '技术保障', '裁判长', '监督']);
}
