import { describe, expect, it } from 'vitest';
import { MODELED } from '../support/models.ts';
import { pageAt, plain, readPages } from '../support/pages.ts';

describe.each(MODELED)('the questions of $name', ({ site, book }) => {
  const { $ } = pageAt(readPages(site), '/questions/');
  const asked = (heading: string) =>
    $('[data-question-groups]')
      .filter((_, groups) => $(groups).children('h2').text() === heading)
      .find('li a')
      .toArray()
      .map((link) => [plain($(link).text()), $(link).attr('href')]);
  const answers = [...book.sections.values()].flatMap(({ id, chapter, questions }) =>
    questions.map((question) => [plain(question), `${site.base}chapters/${chapter.id}/#${id}`]),
  );

  it('are all there by topic, each once, and lead to the section that answers', () => {
    expect(asked('By topic').toSorted()).toEqual(answers.toSorted());
    expect(answers).not.toEqual([]);
  });

  it('are there by situation, as far as a pathway comes by the section', () => {
    const onPathways = new Set(
      book.pathways.flatMap(({ steps }) => steps.flatMap(({ section }) => section.questions)),
    );
    const situations = asked('By situation');
    expect(new Set(situations.map(([question]) => question))).toEqual(
      new Set([...onPathways].map(plain)),
    );
    for (const answer of situations) expect(answers).toContainEqual(answer);
  });
});
