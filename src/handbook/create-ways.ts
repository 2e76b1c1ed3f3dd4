import type { Career, Comparison, Pathway, Section, Station } from './handbook.ts';
import { get, type Known, mapEntries } from './known.ts';
import type { CareersData, ComparisonData, PathwaysData } from './schema.ts';
import { typeset } from './words.ts';

/** As many as a station of a career leads to. */
const MOST_SECTIONS = 3;

/** Builds the comparison of roles, with a cell for each role in each row. */
export function createComparison(data: ComparisonData, known: Known): Comparison {
  const roles = mapEntries(data.roles, (id, { title, track }) => ({
    id,
    title: typeset(title),
    track,
  }));
  const rows = mapEntries(data.rows, (id, { title, cells, formerly }) => ({
    id,
    title: typeset(title),
    formerly,
    cells: [...roles.values()].map((role) => {
      const cell = get(new Map(Object.entries(cells)), role.id);
      return {
        role,
        says: typeset(cell.says),
        claims: cell.claims.map((claim) => get(known.claims, claim)),
        basis: cell.basis,
        section: cell.section === undefined ? undefined : get(known.sections, cell.section),
      };
    }),
  }));
  return { roles: [...roles.values()], rows: [...rows.values()] };
}

/** Builds the pathways, each as long as the sections that it comes by. */
export function createPathways(data: PathwaysData, { sections }: Known): Pathway[] {
  const pathways = mapEntries(data, (id, { situation, about, steps, formerly }) => ({
    id,
    situation: typeset(situation),
    about: typeset(about),
    steps: steps.map((step) => ({
      section: get(sections, step.section),
      reader: typeset(step.reader),
      mentor: typeset(step.mentor),
    })),
    minutes: 0,
    formerly,
  }));
  for (const pathway of pathways.values()) {
    pathway.minutes = pathway.steps.reduce((sum, { section }) => sum + section.minutes, 0);
  }
  return [...pathways.values()];
}

/** Builds the careers, each station with the sections that tell of it. */
export function createCareers(data: CareersData, { claims, sections }: Known): Career[] {
  const careers = mapEntries(data, (id, { name, about, stations, formerly }) => ({
    id,
    name,
    about: typeset(about),
    stations: stations.map((station): Station => {
      const itsClaims = station.claims.map((claim) => get(claims, claim));
      return {
        title: typeset(station.title),
        track: station.track,
        from: station.from,
        when: typeset(station.when),
        says: typeset(station.says),
        claims: itsClaims,
        sections: sectionsTelling(itsClaims, sections),
      };
    }),
    formerly,
  }));
  return [...careers.values()];
}

/** The sections that cite some claims: those that cite most of them first, else in the book's order. */
function sectionsTelling(claims: Station['claims'], sections: Known['sections']): Section[] {
  const cited = new Map<Section, number>();
  for (const section of claims.flatMap((claim) => claim.sections)) {
    cited.set(section, (cited.get(section) ?? 0) + 1);
  }
  const order = [...sections.values()].filter((section) => cited.has(section));
  return order.sort((a, b) => (cited.get(b) ?? 0) - (cited.get(a) ?? 0)).slice(0, MOST_SECTIONS);
}
