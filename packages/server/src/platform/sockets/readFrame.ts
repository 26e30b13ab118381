import { ClientFrame } from '@leitai/contract';
import { Ajv } from 'ajv';
import { ok, refuse, type Result } from '@leitai/rules';
import type { Static } from 'typebox';
import { isStorable } from '../storable.ts';

export type ClientMessage = Static<typeof ClientFrame>;

/** A client's frame in bytes of UTF-8. */
export const FRAME_LIMIT = 16 * 1024;

const isFrame = new Ajv({ strict: false }).compile<ClientMessage>(ClientFrame);

/** Refuses `frame.binary`, `frame.tooLarge`, `frame.malformed`, `frame.invalid`. */
export function readFrame(data: Buffer, isBinary: boolean): Result<ClientMessage> {
  if (isBinary) return refuse('frame.binary');
  if (data.length > FRAME_LIMIT) return refuse('frame.tooLarge');
  let frame: unknown;
  try {
    frame = JSON.parse(data.toString('utf8'));
  } catch {
    return refuse('frame.malformed');
  }
  return isFrame(frame) && ownTexts(frame).every(isStorable) ? ok(frame) : refuse('frame.invalid');
}

/** Those of the frame itself; a command's are its reader's to refuse by their field. */
function ownTexts(frame: ClientMessage): string[] {
  if (frame.t === 'cmd') return [frame.id];
  return frame.t === 'hello' ? [frame.console ?? '', frame.guest ?? ''] : [];
}
