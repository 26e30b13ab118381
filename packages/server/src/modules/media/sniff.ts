/** Brands of an ISO base media file (ISO/IEC 14496-12) that are films; those of pictures in the same container are not. */
const FILM = /^(iso[m2-9]|mp4[12]|avc1|dash|M4V[ HP]|MSNV|mmp4|f4v )$/;
const SOUND = /^M4[AB] $/;
const PICTURE = /^(heic|heix|hevc|hevx|mif1|msf1|avif|avis|crx )$/;

const OGG_SOUND = ['OpusHead', '\x01vorbis', '\x7fFLAC', 'Speex   '];

/** The media type that the first bytes of a file show (a few hundred suffice), or null for all that is not taken. */
export function sniff(head: Buffer): string | null {
  const text = (from: number, to: number): string => head.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'image/gif';
  if (text(0, 4) === 'RIFF')
    return text(8, 12) === 'WEBP' ? 'image/webp' : text(8, 12) === 'WAVE' ? 'audio/wav' : null;
  if (text(0, 4) === 'fLaC') return 'audio/flac';
  if (text(0, 4) === 'OggS') return ogg(head);
  if (text(4, 8) === 'ftyp') return isoMedia(head);
  // EBML (RFC 8794): DocType is one of the first elements; Matroska at large is not what browsers play.
  if (text(0, 4) === '\x1a\x45\xdf\xa3')
    return text(4, 128).includes('\x42\x82\x84webm') ? 'video/webm' : null;
  if (text(0, 3) === 'ID3') return 'audio/mpeg';
  return mpegAudio(head);
}

/** RFC 3533: the first packet of the first page names the codec. */
function ogg(head: Buffer): string | null {
  const packet = 27 + (head[26] ?? 0);
  const codec = head.toString('latin1', packet, packet + 8);
  return OGG_SOUND.some((name) => codec.startsWith(name)) ? 'audio/ogg' : null;
}

function isoMedia(head: Buffer): string | null {
  const end = Math.min(head.length < 4 ? 0 : head.readUInt32BE(0), head.length, 512);
  const brands = [8, ...range(16, end - 3)].map((at) => head.toString('latin1', at, at + 4));
  if (brands.some((brand) => PICTURE.test(brand))) return null;
  if (SOUND.test(brands[0]!)) return 'audio/mp4';
  return brands.some((brand) => FILM.test(brand)) ? 'video/mp4' : null;
}

const range = (from: number, below: number): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((below - from) / 4)) }, (_, i) => from + 4 * i);

/** A frame's header: AAC in ADTS (layer 0), or MPEG layer III with a bit rate and a sampling rate that exist. */
function mpegAudio([sync = 0, second = 0, third = 0]: Buffer): string | null {
  if (sync !== 0xff) return null;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  const layer3 = (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const rates = third >> 4 !== 0 && third >> 4 !== 15 && (third & 0x0c) !== 0x0c;
  return layer3 && rates ? 'audio/mpeg' : null;
}
