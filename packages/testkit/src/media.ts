import type { MediaView } from '@leitai/contract';
import type { Client } from './house.ts';

export interface MediaFile {
  readonly name: string;
  /** As a browser would say. */
  readonly type: string;
  readonly bytes: Buffer;
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A picture of one pixel; `filler` bytes after its end make it as large as a test needs. */
export const pngFile = (name = '题图.png', filler = 0): MediaFile => ({
  name,
  type: 'image/png',
  bytes: Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(filler, 7)]),
});

/** The head of an MP4 and bytes that can be told apart: a film as far as the server looks. */
export const mp4File = (name: string, size: number): MediaFile => ({
  name,
  type: 'video/mp4',
  bytes: Buffer.concat([
    Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1', 'latin1'),
    Buffer.from(Uint8Array.from({ length: size - 24 }, (_, i) => (i * 31 + (i >> 8)) & 255)),
  ]),
});

/** Starts, sends in one piece and finishes; throws the refusal's code. */
export async function sendMedia(client: Client, stageId: string, file: MediaFile): Promise<MediaView> {
  const { name, type, bytes } = file;
  const body = { name, type, bytes: bytes.length };
  const { id } = well(await client.call('media.start', { params: { stageId }, body }));
  const params = { stageId, mediaId: id };
  well(await client.call('media.append', { params, query: { offset: '0' }, bytes }));
  return well(await client.call('media.finish', { params, body: { sha256: null } }));
}

function well(answer: { status: number; body: MediaView }): MediaView {
  if (answer.status !== 200) throw new Error((answer.body as unknown as { code: string }).code);
  return answer.body;
}
