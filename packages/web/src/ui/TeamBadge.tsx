/** Shapes beside hue and number, so that colour is never the only cue. */
const SHAPES = [
  'M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20z',
  'M3 3h18v18H3z',
  'M12 2l10.500 19h-21z',
  'M12 1l11 11l-11 11l-11-11z',
  'M7 2h10l5 10l-5 10H7L2 12z',
  'M12 1l3.200 7.300l7.800.700l-5.900 5.300l1.700 7.700l-6.800-4l-6.800 4l1.700-7.700L1 9l7.800-.700z',
  'M8 2h8v6h6v8h-6v6H8v-6H2V8h6z',
  'M2 22V11.500a10 10 0 0 1 20 0V22z',
] as const;

/** A team's sign: hue, shape and table number (1–8; more repeat). */
export function TeamBadge({ table, size = 28 }: { table: number; size?: number }) {
  const index = (table - 1) % SHAPES.length;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" role="img" aria-label={`${table}`}>
      <path d={SHAPES[index]} fill={`var(--team-${index + 1})`} />
      <text
        x="12"
        y={index === 2 ? 18 : 16.5}
        textAnchor="middle"
        fontSize="12"
        fontWeight="700"
        fill="#101418"
        stroke="#fff"
        strokeWidth="2.5"
        paintOrder="stroke"
      >
        {table}
      </text>
    </svg>
  );
}
