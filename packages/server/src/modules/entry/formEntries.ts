import type { Ranked } from '@leitai/rules';
import { COLUMNS, type ColumnKey } from './columns.ts';
import type { Fault, FaultCode } from './fault.ts';
import type { FoundUnit } from './unitLookup.ts';

/** What the contest holds already. */
export interface Known {
  readonly entryNames: ReadonlySet<string>;
  readonly memberNos: ReadonlySet<string>;
  /** `personKey` of each entrant. */
  readonly people: ReadonlySet<string>;
}

/** One row as read; null where it has a fault. */
export interface Person {
  readonly row: number;
  readonly team: string | null;
  readonly seat: number | null;
  readonly name: string | null;
  readonly unit: FoundUnit | null;
  readonly memberNo: string | null;
}

export interface NewEntrant {
  readonly seat: number;
  readonly name: string;
  readonly unit: FoundUnit;
  readonly memberNo: string | null;
}

export interface NewEntry {
  readonly name: string;
  readonly unit: FoundUnit;
  readonly entrants: readonly NewEntrant[];
}

/** Puts persons into teams (or each into an entry of their own) and checks what rows say together. */
export function formEntries(
  people: readonly Person[],
  ranked: Ranked,
  known: Known,
): { readonly entries: readonly NewEntry[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const fault = (person: Person, key: ColumnKey, code: FaultCode, value: string): void => {
    faults.push({ row: person.row, column: COLUMNS[key], code, value });
  };
  const memberNos = new Set(known.memberNos);
  for (const person of people) {
    if (person.memberNo === null) continue;
    if (memberNos.has(person.memberNo)) fault(person, 'memberNo', 'memberNo.duplicate', person.memberNo);
    memberNos.add(person.memberNo);
  }
  if (ranked.kind === 'person') {
    const entries = personEntries(people, known, (person) =>
      fault(person, 'name', 'person.duplicate', person.name!),
    );
    return { entries, faults };
  }
  const teams = Map.groupBy(
    people.filter(({ team }) => team !== null),
    ({ team }) => team!,
  );
  const entries: NewEntry[] = [];
  for (const [team, members] of teams) {
    const first = members[0]!;
    if (known.entryNames.has(team)) fault(first, 'team', 'team.exists', team);
    if (members.length !== ranked.size) fault(first, 'team', 'team.sizeWrong', team);
    const seats = new Set<number>();
    for (const member of members) {
      if (member.seat === null) continue;
      if (seats.has(member.seat)) fault(member, 'seat', 'seat.duplicate', String(member.seat));
      seats.add(member.seat);
    }
    const entrants = members.flatMap((member) => entrantOf(member) ?? []).sort((a, b) => a.seat - b.seat);
    if (entrants.length > 0) entries.push({ name: team, unit: entrants[0]!.unit, entrants });
  }
  return { entries, faults };
}

/** One name in one unit. */
export const personKey = (unitId: string, name: string): string => `${unitId} ${name}`;

const entrantOf = ({ seat, name, unit, memberNo }: Person): NewEntrant | null =>
  seat === null || name === null || unit === null ? null : { seat, name, unit, memberNo };

/**
 * Persons of one name are told apart by unit (DP-23), and inside one unit by a number; without member numbers
 * nobody can say that they are two.
 */
function personEntries(
  people: readonly Person[],
  known: Known,
  duplicate: (person: Person) => void,
): NewEntry[] {
  const names = Map.groupBy(people, ({ name }) => name);
  const taken = new Set(known.entryNames);
  const entries: NewEntry[] = [];
  for (const person of people) {
    const entrant = entrantOf(person);
    if (entrant === null) continue;
    const same = names.get(person.name)!;
    const twin = same.find((one) => one !== person && one.unit?.id === entrant.unit.id);
    const again = twin !== undefined && twin.row < person.row && (person.memberNo ?? twin.memberNo) === null;
    if (again || (person.memberNo === null && known.people.has(personKey(entrant.unit.id, entrant.name))))
      duplicate(person);
    let name = entrant.name;
    if (same.length > 1 || taken.has(name)) name = `${entrant.name}（${entrant.unit.short}）`;
    for (let i = 2; taken.has(name); i += 1) name = `${entrant.name}（${entrant.unit.short}，${i}）`;
    taken.add(name);
    entries.push({ name, unit: entrant.unit, entrants: [entrant] });
  }
  return entries;
}
