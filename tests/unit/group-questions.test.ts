import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bySituation, byTopic, type QuestionGroup } from '../../src/handbook/group-questions.ts';
import { loadHandbook } from '../../src/handbook/load.ts';
import { changedFixture, FIXTURE, removeTemporaryFolders } from '../support/build.ts';

afterAll(removeTemporaryFolders);

const PUBLIC = path.resolve('public');
const book = await loadHandbook(FIXTURE, PUBLIC);

const told = (groups: QuestionGroup[]) =>
  groups.map(({ title, questions }) => [
    title,
    ...questions.map(({ question, section }) => `${question} ${section.id}`),
  ]);

describe('questions by situation', () => {
  it('are those of each pathway, in the order of its steps', () => {
    expect(told(bySituation(book))).toEqual([
      ['I am new here', 'What do I wear? boots', 'What do I do about stones? stones'],
    ]);
  });
});

describe('questions by topic', () => {
  it('are all there, each once, under a topic that the section and its chapter share', () => {
    expect(told(byTopic(book))).toEqual([
      ['Walking', 'What do I wear? boots', 'How do I tie them? laces', 'Where am I? maps'],
      ['Resting', 'What do I do about stones? stones'],
    ]);
  });

  it('go by the chapter’s first topic where a section shares none', async () => {
    const changed = await loadHandbook(
      await changedFixture({
        'chapters/first-steps.mdx': (text) =>
          text.replace('topics: [walking]', 'topics: [walking, resting]'),
      }),
      PUBLIC,
    );
    expect(told(byTopic(changed))).toEqual([
      ['Walking', 'What do I wear? boots', 'How do I tie them? laces'],
      ['Resting', 'Where am I? maps', 'What do I do about stones? stones'],
    ]);
  });

  it('lead to more of the topic', () => {
    expect(byTopic(book).map(({ more }) => more)).toEqual(['/topics/walking/', '/topics/resting/']);
    expect(bySituation(book).map(({ more }) => more)).toEqual(['/pathways/new-here/']);
  });
});
