import type { ViewBase } from '@leitai/rules/show';
import { useState } from 'react';
import { crowdFace, placeOf, type CrowdFace } from './crowdFace.ts';

/** What this page shows of the audience's part now. */
export function useCrowdFace(view: ViewBase): CrowdFace | null {
  const [polledAt, setPolledAt] = useState<string | null>(null);
  const place = placeOf(view);
  if (view.crowd.asking?.kind === 'poll' && polledAt !== place) setPolledAt(place);
  return crowdFace(view, polledAt);
}
