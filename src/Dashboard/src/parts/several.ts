import type { KeyboardEvent } from 'react';

/** A choice of several. Tab leaves it: it would take whatever is highlighted in the open list, unseen. */
export const several = {
  mode: 'multiple' as const,
  onInputKeyDown: (event: KeyboardEvent) => {
    if (event.key === 'Tab') event.stopPropagation();
  },
};
