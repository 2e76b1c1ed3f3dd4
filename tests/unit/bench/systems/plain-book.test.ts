import { describe, expect, it } from 'vitest';
import { toPlain } from '../../../bench/systems/plain-book.ts';

describe('a chapter in plain Markdown', () => {
  it('has no frontmatter, and no ids', () => {
    const file =
      '---\ntitle: Any\nsummary: Any.\n---\n\nAn opening.\n\n## A title {#a-title}\n\nText.\n';
    expect(toPlain(file)).toBe('An opening.\n\n## A title\n\nText.\n');
  });

  it('links to pages', () => {
    expect(
      toPlain('[a](/chapters/one/#here), [b](/glossary/#em) and [c](/chapters/two/), #1)'),
    ).toBe('[a](/chapters/one/), [b](/glossary/) and [c](/chapters/two/), #1)');
  });
});
