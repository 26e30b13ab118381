export type MediaKind = 'image' | 'audio' | 'video';

const MB = 1024 * 1024;

/** The most bytes of one item. */
export const MAX_BYTES: Readonly<Record<MediaKind, number>> = {
  image: 10 * MB,
  audio: 30 * MB,
  video: 300 * MB,
};
/** Of all items of a stage together, those being sent included. */
export const STAGE_BYTES = 2_048 * MB;
export const STAGE_ITEMS = 500;

/** An upload that is not finished by then is given up. */
export const ABANDONED_MS = 86_400_000;

export const inMb = (bytes: number): number => Math.floor(bytes / MB);
