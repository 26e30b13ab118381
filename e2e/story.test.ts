import { afterAll, beforeAll, describe } from 'vitest';
import { exams } from './story/exams.ts';
import { final } from './story/final.ts';
import { plan } from './story/plan.ts';
import { result } from './story/result.ts';
import { Story } from './story/story.ts';

describe('a ground-service contest from plan to certificate', () => {
  const story = new Story();
  beforeAll(() => story.begin());
  afterAll(() => story.end());
  plan(story);
  exams(story);
  final(story);
  result(story);
});
