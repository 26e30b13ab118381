import type { Page } from 'playwright-core';

/** A film as Chromium itself records it, 25 pictures a second: a real file of a real encoder. */
export async function film(page: Page, pictures = 25): Promise<Buffer> {
  const base64 = await page.evaluate(async (count) => {
    const canvas = document.createElement('canvas');
    canvas.width = 320;
    canvas.height = 180;
    const paint = canvas.getContext('2d')!;
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const stopped = new Promise((resolve) => (recorder.onstop = resolve));
    recorder.start();
    for (let frame = 0; frame < count; frame += 1) {
      paint.fillStyle = `hsl(${(frame * 14) % 360} 80% 50%)`;
      paint.fillRect(0, 0, 320, 180);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    recorder.stop();
    await stopped;
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, pictures);
  return Buffer.from(base64, 'base64');
}
