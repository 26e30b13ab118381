import type { MediaKind } from './limits.ts';

interface MediaType {
  readonly kind: MediaKind;
  /** Other names that browsers and systems give it. */
  readonly also: readonly string[];
}

/** What is taken. Nothing here can hold a script: no SVG, no HTML, no PDF. */
const TYPES: Readonly<Record<string, MediaType>> = {
  'image/png': { kind: 'image', also: ['image/apng'] },
  'image/jpeg': { kind: 'image', also: ['image/jpg', 'image/pjpeg'] },
  'image/gif': { kind: 'image', also: [] },
  'image/webp': { kind: 'image', also: [] },
  'audio/mpeg': { kind: 'audio', also: ['audio/mp3', 'audio/x-mp3'] },
  'audio/mp4': { kind: 'audio', also: ['audio/x-m4a', 'audio/m4a'] },
  'audio/aac': { kind: 'audio', also: ['audio/x-aac', 'audio/aacp', 'audio/vnd.dlna.adts'] },
  'audio/ogg': { kind: 'audio', also: ['audio/opus', 'application/ogg'] },
  'audio/wav': { kind: 'audio', also: ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'] },
  'audio/flac': { kind: 'audio', also: ['audio/x-flac'] },
  'video/mp4': { kind: 'video', also: ['video/x-m4v'] },
  'video/webm': { kind: 'video', also: [] },
};

const names = new Map(
  Object.entries(TYPES).flatMap(([type, { also }]) => [type, ...also].map((name) => [name, type] as const)),
);

/** The type by its first name, and its kind; undefined is not taken. Parameters (`; codecs=…`) do not matter. */
export function mediaType(claimed: string): { type: string; kind: MediaKind } | undefined {
  const type = names.get(claimed.split(';')[0]!.trim().toLowerCase());
  return type === undefined ? undefined : { type, kind: TYPES[type]!.kind };
}

export const namesOf = (kind: MediaKind): string[] =>
  [...names].filter(([, type]) => TYPES[type]!.kind === kind).map(([name]) => name);

/** A sound recording may stand in the same container as a film; what it is used as is the organiser's to say. */
export const agrees = (claimed: string, found: string | null): boolean =>
  claimed === found || (claimed === 'audio/mp4' && found === 'video/mp4');
