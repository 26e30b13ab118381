import { validateProgramme, type BankQuestion, type Programme } from '@leitai/rules';
import { FolderFault, folderOf, readCsvFile, readYaml, yamlFiles } from './readFiles.ts';
import {
  BankFile,
  ContestsFile,
  OccupationLine,
  SeasonFile,
  ShowFile,
  UnitLine,
  type ContestFile,
  type QuestionFile,
  type ShowMaterial,
} from './shapes.ts';

export interface FolderBank {
  readonly code: string;
  readonly title: string;
  readonly questions: readonly BankQuestion[];
}

/** A season folder, read and checked as a whole. */
export interface SeasonFolder {
  readonly season: SeasonFile;
  readonly programme: Programme;
  readonly units: readonly UnitLine[];
  readonly occupations: readonly OccupationLine[];
  readonly contests: readonly ContestFile[];
  readonly banks: readonly FolderBank[];
}

/** Throws `FolderFault` for the first fault; nothing is stored before all files hold. */
export async function readFolder(at: URL | string): Promise<SeasonFolder> {
  const folder = folderOf(at);
  const season = await readYaml(folder, 'season.yaml', SeasonFile);
  const { theme, targets, fields, source } = season;
  const programme: Programme = { theme, targets, fields, ...(source === undefined ? {} : { source }) };
  const [issue] = validateProgramme(programme);
  if (issue !== undefined) throw new FolderFault('season.yaml', issue.field, issue.code);
  const units = await readCsvFile(folder, 'units.csv', UnitLine);
  checkTree(units);
  const { contests } = await readYaml(folder, 'contests.yaml', ContestsFile);
  checkContests(contests, programme);
  const occupations = await readCsvFile(folder, 'occupations.csv', OccupationLine);
  const banks: FolderBank[] = [];
  for (const file of await yamlFiles(folder, 'banks')) banks.push(await readBankFile(folder, file));
  unique('banks', '', banks, ({ code }) => code);
  for (const file of await yamlFiles(folder, 'shows')) await readShowFile(folder, file);
  return { season, programme, units, occupations, contests, banks };
}

/** One bank, checked. Throws `FolderFault`. */
export async function readBankFile(folder: string, file: string): Promise<FolderBank> {
  const bank = await readYaml(folder, file, BankFile);
  unique(file, 'questions', bank.questions, ({ no }) => String(no));
  return {
    code: bank.code,
    title: bank.title,
    questions: bank.questions.map((question, i) => questionOf(file, `questions/${i}`, question)),
  };
}

/** Questions and word lists of `shows/CODE.yaml`, checked. Throws `FolderFault`. */
export async function readShowMaterial(at: URL | string, code: string): Promise<ShowMaterial> {
  const file = `shows/${code}.yaml`;
  if (!/^[\w-]+$/.test(code)) throw new FolderFault(file, '', 'is missing');
  const material = await readShowFile(folderOf(at), file);
  if (material.code !== code) throw new FolderFault(file, 'code', `must be ${code}`);
  return material;
}

/** Where a question has options its answer is one of them to the letter: phones of the audience answer by option. */
async function readShowFile(folder: string, file: string): Promise<ShowMaterial> {
  const material = await readYaml(folder, file, ShowFile);
  for (const [i, round] of material.rounds.entries()) {
    if ('lists' in round) continue;
    const path = `rounds/${i}/questions`;
    unique(file, path, round.questions, ({ no }) => String(no));
    for (const [j, { options, answer }] of round.questions.entries()) {
      if (options === undefined) continue;
      unique(file, `${path}/${j}/options`, options, (option) => option);
      if (!options.includes(answer))
        throw new FolderFault(file, `${path}/${j}/answer`, 'must be one of the options');
    }
  }
  return material;
}

function unique<T>(file: string, path: string, items: readonly T[], key: (item: T) => string): void {
  const seen = new Set<string>();
  for (const [i, item] of items.entries()) {
    if (seen.has(key(item)))
      throw new FolderFault(file, [path, i].filter((x) => x !== '').join('/'), `repeats ${key(item)}`);
    seen.add(key(item));
  }
}

function checkTree(units: readonly UnitLine[]): void {
  const above = new Set<string>();
  for (const [i, { code, parent, aliases }] of units.entries()) {
    const line = `line ${i + 2}`;
    if (above.has(code)) throw new FolderFault('units.csv', line, `repeats ${code}`);
    if (i === 0 ? parent !== '' : !above.has(parent))
      throw new FolderFault(
        'units.csv',
        `${line}/parent`,
        i === 0 ? 'must be empty: the first unit is the root' : 'must stand above',
      );
    if (aliasesOf(aliases).some((alias) => alias.length > 80))
      throw new FolderFault('units.csv', `${line}/aliases`, 'are at most 80 characters each');
    above.add(code);
  }
}

export const aliasesOf = (text: string): string[] =>
  text
    .split('|')
    .map((alias) => alias.trim())
    .filter(Boolean);

function checkContests(contests: readonly ContestFile[], { fields }: Programme): void {
  unique('contests.yaml', 'contests', contests, ({ code }) => code);
  for (const [i, { field, direction }] of contests.entries()) {
    const found = fields.find(({ code }) => code === field);
    if (field !== null && found === undefined)
      throw new FolderFault('contests.yaml', `contests/${i}/field`, 'must be a field of the season');
    if (direction !== null && !found?.directions.some(({ code }) => code === direction))
      throw new FolderFault('contests.yaml', `contests/${i}/direction`, 'must be a direction of the field');
  }
}

/** In the bank `[1]` is right for a true statement, `[0]` for a false one. */
function questionOf(file: string, path: string, question: QuestionFile): BankQuestion {
  const { no, type, stem, options = [], key, explanation, tags } = question;
  const fault = (field: string, rule: string): never => {
    throw new FolderFault(file, `${path}/${field}`, rule);
  };
  const rest = { no, type, stem, explanation, tags };
  if (type === 'trueFalse') {
    if (typeof key !== 'boolean') fault('key', 'must be true or false');
    if (options.length > 0) fault('options', 'must be absent');
    return { ...rest, options: [], key: [key === true ? 1 : 0] };
  }
  if (typeof key === 'boolean') return fault('key', 'must be a list of option indexes');
  if (options.length === 0) fault('options', 'must be there');
  if (new Set(options).size < options.length) fault('options', 'must differ');
  if (new Set(key).size < key.length || key.some((index) => index >= options.length))
    fault('key', 'must name options, each once');
  if (type === 'single' ? key.length !== 1 : key.length < 2)
    fault('key', type === 'single' ? 'must be one option' : 'must be two options or more');
  return { ...rest, options, key: key.toSorted((a, b) => a - b) };
}
