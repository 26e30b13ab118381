import { create } from 'qrcode';

/** A QR code as one SVG path; level M bears a fold or a stain. `label` is read out. */
export function QrCode({ text, label, size }: { text: string; label: string; size?: number | string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let d = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 1) d += `M${x} ${y}h1v1h-1z`;
    }
  }
  const side = modules.size + 8;
  return (
    <svg
      viewBox={`-4 -4 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      {...(size === undefined ? {} : { width: size, height: size })}
    >
      <rect x="-4" y="-4" width={side} height={side} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
