import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Static, TSchema } from 'typebox';
import { parse as parseYaml } from 'yaml';

/** What is wrong in a season folder: file, place in it, and the rule that it breaks. */
export class FolderFault extends Error {
  readonly file: string;
  readonly path: string;
  readonly rule: string;
  constructor(file: string, path: string, rule: string) {
    super(`${file}: ${path === '' ? 'the file' : path} ${rule}`);
    this.name = 'FolderFault';
    this.file = file;
    this.path = path;
    this.rule = rule;
  }
}

const ajv = new Ajv({ allErrors: false, strict: false });

/** Checks a value against a file's shape; the fault names the place, e.g. `contests/3/tier must be …`. */
function checked<T extends TSchema>(file: string, shape: T, value: unknown, at = ''): Static<T> {
  const validate = ajv.compile(shape);
  if (validate(value)) return value as Static<T>;
  // The deepest fault tells more than "does not fit any of the alternatives".
  const [fault] = (validate.errors ?? []).toSorted((a, b) => b.instancePath.length - a.instancePath.length);
  const { additionalProperty, allowedValues } = (fault?.params ?? {}) as {
    additionalProperty?: string;
    allowedValues?: unknown[];
  };
  const more = additionalProperty ?? allowedValues?.join(', ');
  const path = [at, (fault?.instancePath ?? '').slice(1)].filter(Boolean).join('/');
  throw new FolderFault(
    file,
    path,
    `${fault?.message ?? 'is wrong'}${more === undefined ? '' : `: ${more}`}`,
  );
}

export const folderOf = (folder: URL | string): string =>
  folder instanceof URL ? fileURLToPath(folder) : folder;

async function readText(folder: string, file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FolderFault(file, '', code === 'ENOENT' ? 'is missing' : 'cannot be read as UTF-8 text');
  }
}

export async function readYaml<T extends TSchema>(
  folder: string,
  file: string,
  shape: T,
): Promise<Static<T>> {
  const text = await readText(folder, file);
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (error) {
    throw new FolderFault(file, '', `is no YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  return checked(file, shape, value);
}

/** Lines of a CSV with a heading; `line 2` is the first below it. */
export async function readCsvFile<T extends TSchema>(
  folder: string,
  file: string,
  shape: T,
): Promise<Static<T>[]> {
  const text = await readText(folder, file);
  let lines: unknown[];
  try {
    lines = parseCsv(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new FolderFault(file, '', `is no CSV: ${(error as Error).message}`);
  }
  return lines.map((line, i) => checked(file, shape, line, `line ${i + 2}`));
}

/** Names of the YAML files in a part of the folder, in order; a part that is not there is empty. */
export async function yamlFiles(folder: string, part: string): Promise<string[]> {
  try {
    const names = await readdir(join(folder, part));
    return names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${part}/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
