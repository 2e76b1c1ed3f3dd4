import {
  absolute,
  careerPath,
  chapterPath,
  claimPath,
  disagreementPath,
  type Location,
  PAGES,
  pathwayPath,
  rowPath,
  sectionPath,
  sharePath,
  sourcePath,
  termPath,
  topicPath,
  twinPath,
  workPath,
} from './address.ts';
import type { Handbook } from './handbook.ts';

/** Counts up when a key goes away or changes its meaning; while it stands, keys are only added. */
const VERSION = 1;

/**
 * The machine-readable map of the book, served as `handbook.json`. Addresses are absolute where the
 * site is known, and else paths from the host's root; words count the text that a reader sees, a
 * section's its own alone.
 */
export function createCatalog(book: Handbook, location: Location) {
  const at = (path: string) => absolute(path, location);
  const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
  return {
    version: VERSION,
    title: book.title,
    edition: book.edition,
    url: at(PAGES.home),
    parts: book.parts.map(({ id, title, chapters }) => ({ id, title, chapters: ids(chapters) })),
    chapters: book.chapters.map((chapter) => ({
      id: chapter.id,
      title: chapter.title,
      summary: chapter.summary,
      url: at(chapterPath(chapter.id)),
      markdown: at(twinPath(chapter.id)),
      part: chapter.part.id,
      track: chapter.track,
      topics: ids(chapter.topics),
      audience: chapter.audience,
      words: chapter.words,
      minutes: chapter.minutes,
      formerly: chapter.formerly,
      sections: chapter.sections.map((section) => ({
        id: section.id,
        level: section.level,
        title: section.title,
        url: at(sectionPath(chapter.id, section.id)),
        share: at(sharePath(section.id)),
        words: section.words,
        basis: section.basis,
        claims: ids(section.claims),
        topics: ids(section.topics),
        questions: section.questions,
        formerly: section.formerly,
      })),
    })),
    glossary: book.glossary.map(({ id, term, expansion, sections, formerly }) => ({
      id,
      term,
      ...(expansion && { expansion }),
      url: at(termPath(id)),
      sections: ids(sections),
      formerly,
    })),
    disagreements: [...book.disagreements.values()].map(({ id, question, sections, formerly }) => ({
      id,
      question,
      url: at(disagreementPath(id)),
      sections: ids(sections),
      formerly,
    })),
    literature: book.literature.flatMap(({ question, works }) =>
      works.map(({ id, title, author, year, chapters, sections, formerly }) => ({
        id,
        title,
        author,
        ...(year && { year }),
        question,
        url: at(workPath(id)),
        chapters: ids(chapters),
        sections: ids(sections),
        formerly,
      })),
    ),
    comparison: book.comparison.rows.map(({ id, title, cells, formerly }) => ({
      id,
      title,
      url: at(rowPath(id)),
      formerly,
      cells: cells.map(({ role, says, claims, basis }) => ({
        role: role.id,
        says,
        claims: ids(claims),
        basis,
      })),
    })),
    pathways: book.pathways.map(({ id, situation, minutes, steps, formerly }) => ({
      id,
      situation,
      url: at(pathwayPath(id)),
      minutes,
      sections: steps.map(({ section }) => section.id),
      formerly,
    })),
    careers: book.careers.map(({ id, name, stations, formerly }) => ({
      id,
      name,
      url: at(careerPath(id)),
      formerly,
      stations: stations.map(({ title, from, claims, sections }) => ({
        title,
        ...(from && { from }),
        claims: ids(claims),
        sections: ids(sections),
      })),
    })),
    topics: book.topics.map(({ id, title, formerly }) => ({
      id,
      title,
      url: at(topicPath(id)),
      formerly,
    })),
    sources: book.sources.map((source) => ({
      key: source.key,
      title: source.title,
      author: source.author,
      url: at(sourcePath(source.key)),
      original: source.original,
      formerly: source.formerly,
      claims: source.claims.map(({ id, text, sections, formerly }) => ({
        id,
        text,
        url: at(claimPath(source.key, id)),
        sections: ids(sections),
        formerly,
      })),
    })),
  };
}
