/** Which page of the public surface an address means; each is a document of its own, opened by a plain link. */
export type Page =
  | { is: 'seasons' }
  | { is: 'contest'; contestId: string }
  | { is: 'verify'; no: string | null }
  | { is: 'replay'; stageId: string }
  | { is: 'apiDocs' }
  | { is: 'nowhere' };

export function pageOf(path: string): Page {
  const [first, ...rest] = path.split('/').filter(Boolean);
  const second = rest.length === 1 ? decoded(rest[0]!) : null;
  if (first === undefined) return { is: 'seasons' };
  if (first === 'c' && second !== null) return { is: 'contest', contestId: second };
  if (first === 'v' && rest.length < 2) return { is: 'verify', no: second };
  if (first === 'replay' && second !== null) return { is: 'replay', stageId: second };
  if (first === 'api-docs' && rest.length === 0) return { is: 'apiDocs' };
  return { is: 'nowhere' };
}

/** A broken escape (`%zz`) is shown as it was typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Numbers are typed from paper: blanks out, letters upper case, any dash. */
export const certificateNoOf = (typed: string): string =>
  typed
    .replace(/\s+/g, '')
    .replace(/[‐-―－]/g, '-')
    .toUpperCase();
