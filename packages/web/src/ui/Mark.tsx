const strokes = [
  // 擂: hand, rain, field.
  'M13 9.5V53.5L9.5 51M8.5 19.5H17.5M8.5 38.5L17.5 35',
  'M22 10.5H37.5M21 24V17H38.5V24M29.75 10.5V29M24.5 22.2H26M33.5 22.2H35M24.5 27.8H26M33.5 27.8H35',
  'M22 35H37.5V54H22ZM22 44.5H37.5M29.75 35V54',
  // 台: private, mouth.
  'M49.5 9.5L44 25.5H55M53 18L56 26.5',
  'M44 35H56V54H44Z',
];

/** The mark: 擂台 in a square seal, cut in strokes so that no font is needed. `public/favicon.svg` is the same drawing. */
export function Mark({ size = 32, title = '擂台' }: { size?: number | string; title?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" role="img" aria-label={title}>
      <rect x="2" y="2" width="60" height="60" rx="7" fill="#c3272b" />
      <g fill="none" stroke="#faf8f4" strokeWidth="2.9" strokeLinecap="square">
        {strokes.map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    </svg>
  );
}
