/** Shows the latest searches while nothing is asked, and how to have none kept. */
import { forgetSearches, recentSearches } from './recent.ts';

export interface RecentList {
  /** Hidden where there is nothing to show. */
  element: HTMLElement;
  /** Shows the searches that are kept by now, or nothing. */
  show(isIdle: boolean): void;
}

/**
 * @param onChoice called with the search that the reader asks again
 * @param onCleared called when nothing is left here that could have the focus
 */
export function createRecentList(
  onChoice: (query: string) => void,
  onCleared: () => void,
): RecentList {
  const element = document.createElement('div');
  element.dataset.searchRecent = '';

  const button = (text: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  };
  const forget = (keepMore: boolean) => {
    forgetSearches(keepMore);
    show(true);
    const next = element.querySelector('button');
    if (next) next.focus();
    else onCleared();
  };

  function show(isIdle: boolean): void {
    const searches = recentSearches();
    element.hidden = !isIdle || searches?.length === 0;
    if (element.hidden) element.replaceChildren();
    else if (!searches) {
      element.replaceChildren(
        'Your searches are not kept. ',
        button('Keep them on this device', () => forget(true)),
      );
    } else {
      const list = document.createElement('ul');
      for (const search of searches) {
        const item = document.createElement('li');
        item.append(button(search, () => onChoice(search)));
        list.append(item);
      }
      element.replaceChildren(
        'Your last searches, kept on this device alone: ',
        list,
        button('Clear these', () => forget(true)),
        ' ',
        button('Keep none', () => forget(false)),
      );
    }
  }
  return { element, show };
}
