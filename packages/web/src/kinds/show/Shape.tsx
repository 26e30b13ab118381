import type { FaceKind } from './teamFace.ts';

/** One shape a state, so that it can be told from three metres without its colour. */
export function Shape({ kind }: { kind: FaceKind }) {
  return (
    <svg className="shape" viewBox="0 0 100 100" aria-hidden="true">
      {shapes[kind]}
    </svg>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 7, strokeLinecap: 'round' } as const;

const shapes: Record<FaceKind, React.ReactNode> = {
  idle: <circle cx="50" cy="50" r="34" {...line} strokeWidth={4} strokeDasharray="3 13" />,
  armed: (
    <>
      <circle cx="50" cy="50" r="46" {...line} strokeWidth={4} />
      <circle cx="50" cy="50" r="36" fill="currentColor" />
    </>
  ),
  pressed: (
    <>
      <circle cx="50" cy="50" r="42" {...line} strokeWidth={5} />
      <circle cx="50" cy="50" r="28" {...line} strokeWidth={5} />
      <circle cx="50" cy="50" r="12" fill="currentColor" />
    </>
  ),
  first: (
    <path
      fill="currentColor"
      d="M50 4l13.500 29.500 32 3.700-23.700 21.800 6.400 31.700L50 74.800 21.800 90.700l6.400-31.700L4.500 37.200l32-3.700z"
    />
  ),
  notFirst: <path d="M14 38h72M14 62h72" {...line} strokeWidth={12} />,
  locked: (
    <>
      <rect x="22" y="44" width="56" height="44" rx="6" fill="currentColor" />
      <path d="M34 44v-12a16 16 0 0 1 32 0v12" {...line} />
    </>
  ),
  foul: (
    <>
      <path d="M50 8l44 80H6z" {...line} strokeLinejoin="round" />
      <path d="M50 36v24M50 73v2" {...line} strokeWidth={9} />
    </>
  ),
  mine: <path d="M12 18h76v50H52L32 88V68H12z" {...line} strokeLinejoin="round" />,
  enter: null,
  choose: <path d="M50 8l42 42-42 42L8 50z" {...line} strokeLinejoin="round" />,
  good: <path d="M14 54l24 26 48-58" {...line} strokeWidth={13} strokeLinejoin="round" />,
  bad: <path d="M20 20l60 60M80 20L20 80" {...line} strokeWidth={13} />,
};
