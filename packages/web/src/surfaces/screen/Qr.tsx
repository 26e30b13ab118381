import QRCode from 'qrcode';

/** A QR code as one path of our own, crisp at any size and free of inline markup. */
export function Qr({ text }: { text: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  data.forEach((dark, index) => {
    if (dark) path += `M${index % size} ${Math.floor(index / size)}h1v1h-1z`;
  });
  return (
    <svg
      className="qr"
      viewBox={`-3 -3 ${size + 6} ${size + 6}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={text}
    >
      <rect x="-3" y="-3" width={size + 6} height={size + 6} fill="#ffffff" />
      <path d={path} fill="#101418" />
    </svg>
  );
}
