/** Narrows the results down by part, track and topic, each choice with how many sections it would leave. */
import { FACETS, type Facet } from '../../handbook/search/facets.ts';
import type { Filter } from '../../handbook/search/search.ts';
import type { Answer } from './engine.ts';

/** What stands for all values of a facet. */
const ALL: Record<Facet, string> = { part: 'All parts', track: 'All tracks', topic: 'All topics' };

export interface Filters {
  /** Holds the choices; hidden while there is nothing to choose from. */
  element: HTMLElement;
  /** What is chosen. */
  value(): Filter;
  choose(filter: Filter): void;
  /** Shows the choices that an answer leaves, or none. */
  show(answer: Answer | undefined): void;
}

/** @param onChoice called when the reader has chosen */
export function createFilters(onChoice: () => void): Filters {
  const element = document.createElement('div');
  element.dataset.searchFilters = '';
  let chosen: Filter = {};

  const selects = FACETS.map((facet) => {
    const select = document.createElement('select');
    select.ariaLabel = `Narrow down by ${facet}`;
    select.addEventListener('change', () => {
      const { [facet]: _, ...others } = chosen;
      chosen = select.value ? { ...others, [facet]: select.value } : others;
      onChoice();
    });
    return { facet, select };
  });
  element.append(...selects.map(({ select }) => select));

  return {
    element,
    value: () => chosen,
    choose: (filter) => {
      chosen = filter;
    },
    show: (answer) => {
      const isEmpty = ({ facet }: { facet: Facet }) => !answer?.counts[facet].size;
      // What is chosen can be taken back, though it leaves nothing.
      element.hidden = !answer || (Object.keys(chosen).length === 0 && selects.every(isEmpty));
      if (!answer) return;
      for (const { facet, select } of selects) {
        const options = answer.values[facet]
          .map(({ id, title }) => ({ id, title, count: answer.counts[facet].get(id) ?? 0 }))
          .filter(({ id, count }) => count > 0 || id === chosen[facet])
          .map(({ id, title, count }) => new Option(`${title} (${count})`, id));
        select.replaceChildren(new Option(ALL[facet], ''), ...options);
        select.value = chosen[facet] ?? '';
      }
    },
  };
}
