import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';

const TAG_BYTES = 16;

/** Signs for one purpose, so that a ticket never passes for a cookie. */
const tag = ({ secrets }: Platform, purpose: string, payload: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(secrets.ticket, 'hex'))
    .update(`${purpose}:`)
    .update(payload)
    .digest()
    .subarray(0, TAG_BYTES);

/** `base64url(payload) . base64url(first 16 bytes of HMAC-SHA256)`. */
export const sign = (platform: Platform, purpose: string, payload: Buffer): string =>
  `${payload.toString('base64url')}.${tag(platform, purpose, payload).toString('base64url')}`;

/** The payload of a signed text of just this length, or null; takes the same time for every wrong signature. */
export function unsign(platform: Platform, purpose: string, text: string, length: number): Buffer | null {
  if (text.length > 200 || !/^[\w-]+\.[\w-]+$/.test(text)) return null;
  const [payload, given] = text.split('.').map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
  if (payload.length !== length || given.length !== TAG_BYTES) return null;
  return timingSafeEqual(given, tag(platform, purpose, payload)) ? payload : null;
}

export const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

export function uuidAt(bytes: Buffer, offset: number): string {
  const hex = bytes.toString('hex', offset, offset + 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
