import { idNumberIsValid } from './idNumber.ts';

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 ' +
    '太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 ' +
    '漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/** `138****5678`; anything that is not a mobile number shows nothing (DP-22). */
export function maskPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const mobile = /^(?:\+86|0086|86)?(1[3-9]\d)\d{4}(\d{4})$/.exec(digits);
  return mobile ? `${mobile[1]!}****${mobile[2]!}` : '****';
}

/** Surname and one star: `张*`, `欧阳*`. A two-character name has a surname of one (DP-23). */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.length === 0) return '';
  const two = letters.slice(0, 2).join('');
  return letters.length > 2 && COMPOUND_SURNAMES.has(two) ? `${two}*` : `${letters[0]!}*`;
}

/** A personal number in a text; `at` counts UTF-16 units from 0. The number itself is never handed on. */
export interface PersonalData {
  readonly kind: 'idNumber' | 'mobile';
  readonly at: number;
}

const ID_NUMBER = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)/g;
const MOBILE = /(?<!\d)(?:(?:\+|00)?86[ -]?|0)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g;

/** Full-width digits and letters to half-width, other blanks and dashes to ` ` and `-`; the length stays. */
const flatten = (text: string): string =>
  text
    .replaceAll(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u3000\t]/g, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-');

/** ID numbers with a valid checksum and mobile numbers, in order of place; a file with any is not published (DP-24). */
export function findPersonalData(text: string): PersonalData[] {
  const flat = flatten(text);
  const ids = [...flat.matchAll(ID_NUMBER)]
    .filter(([found]) => idNumberIsValid(found.replaceAll(/[ -]/g, '')))
    .map(({ index }): PersonalData => ({ kind: 'idNumber', at: index }));
  const mobiles = [...flat.matchAll(MOBILE)].map(({ index }): PersonalData => ({
    kind: 'mobile',
    at: index,
  }));
  return [...ids, ...mobiles].sort((a, b) => a.at - b.at);
}
