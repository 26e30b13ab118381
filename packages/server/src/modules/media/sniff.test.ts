import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';
import { agrees, mediaType } from './types.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const ogg = (packet: string) => bytes(`OggS${'\0'.repeat(22)}\x01\x13${packet}`);
const iso = (major: string, ...others: string[]) =>
  bytes(
    `\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${major}\0\0\0\0${others.join('')}\0\0\0\x08moov`,
  );
const ebml = (docType: string) =>
  bytes(
    `\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\xf2\x81\x04\x42\xf3\x81\x08\x42\x82${String.fromCharCode(128 + docType.length)}${docType}\x42\x87\x81\x04`,
  );

describe('what the first bytes say', () => {
  it.each([
    ['image/png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['image/jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['image/jpeg', bytes('\xff\xd8\xff\xe1\x12\x34Exif')],
    ['image/gif', bytes('GIF89a\x01\0')],
    ['image/gif', bytes('GIF87a\x01\0')],
    ['image/webp', bytes('RIFF\x10\0\0\0WEBPVP8 ')],
    ['audio/wav', bytes('RIFF\x10\0\0\0WAVEfmt ')],
    ['audio/flac', bytes('fLaC\0\0\0\x22')],
    ['audio/ogg', ogg('OpusHead\x01')],
    ['audio/ogg', ogg('\x01vorbis\0')],
    ['audio/mpeg', bytes('ID3\x04\0\0\0\0\0\0')],
    ['audio/mpeg', bytes('\xff\xfb\x90\x64')],
    ['audio/mpeg', bytes('\xff\xf3\x40\xc4')],
    ['audio/aac', bytes('\xff\xf1\x50\x80')],
    ['audio/aac', bytes('\xff\xf9\x50\x80')],
    ['audio/mp4', iso('M4A ', 'isom', 'mp42')],
    ['video/mp4', iso('isom', 'iso2', 'avc1', 'mp41')],
    ['video/mp4', iso('XAVC', 'XAVC', 'mp42')],
    ['video/mp4', iso('M4V ')],
    ['video/webm', ebml('webm')],
  ])('%s', (type, head) => {
    expect(sniff(head)).toBe(type);
    expect(mediaType(type)?.type).toBe(type);
  });

  it.each([
    ['HTML', bytes('<!doctype html><script>alert(1)</script>')],
    ['SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">')],
    ['PDF', bytes('%PDF-1.7')],
    ['a program', bytes('MZ\x90\0\x03')],
    ['ZIP', bytes('PK\x03\x04')],
    ['AVI', bytes('RIFF\x10\0\0\0AVI LIST')],
    ['HEIC', iso('heic', 'mif1', 'heic')],
    ['AVIF that names a film brand too', iso('avif', 'mif1', 'iso8')],
    ['QuickTime', iso('qt  ', 'qt  ')],
    ['Matroska', ebml('matroska')],
    ['Ogg video', ogg('\x80theora')],
    ['text with a UTF-16 mark', bytes('\xff\xfe<\0h\0')],
    ['MPEG layer II', bytes('\xff\xfd\x90\x64')],
    ['MPEG audio of no sampling rate', bytes('\xff\xfb\x9c\x64')],
    ['half a mark', bytes('\x89PN')],
    ['nothing', bytes('')],
  ])('%s is not taken', (_what, head) => expect(sniff(head)).toBeNull());

  it('never looks past what is there, whatever the bytes', () => {
    for (const head of [
      'OggS',
      'OggS'.padEnd(26, '\0') + '\xff',
      '\0\0\0\x01ftyp',
      '\xff\xff\xff\xffftypisom',
      'RIFF',
      '\x1a\x45\xdf\xa3',
      '\xff',
    ])
      expect(() => sniff(bytes(head))).not.toThrow();
  });
});

describe('what is claimed', () => {
  it('goes by many names', () => {
    expect(mediaType('audio/x-m4a')).toEqual({ type: 'audio/mp4', kind: 'audio' });
    expect(mediaType(' Audio/OGG; codecs=opus ')).toEqual({ type: 'audio/ogg', kind: 'audio' });
    for (const other of ['image/svg+xml', 'text/html', '', 'image/', 'constructor', '__proto__'])
      expect(mediaType(other)).toBeUndefined();
  });
  it('must be what is found; sound in the container of films may be sound', () => {
    expect(agrees('audio/mp4', 'video/mp4')).toBe(true);
    expect(agrees('video/mp4', 'audio/mp4')).toBe(false);
    expect(agrees('image/png', 'image/jpeg')).toBe(false);
    expect(agrees('image/png', null)).toBe(false);
  });
});
