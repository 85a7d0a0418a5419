import type { ReactNode } from 'react';

// A day with its time, a number of a subject or a campaign, the number of a document with its year.
const kept = /(\d{4}-\d\d-\d\d(?: \d\d:\d\d)?|\b[A-Z]{2,}-[0-9A-Z]{4,}|\p{Script=Han}{0,4}〔(?:\d{4}|\p{Script=Han}{2})〕\d+号)/u;

const ofText = (text: string): ReactNode =>
  text.split(kept).map((part, place) =>
    place % 2 === 0 ? part : (
      <span key={place} className="unbroken">
        {part}
      </span>
    ),
  );

/** A text with the days and the numbers in it kept in one line each: a browser breaks them at their hyphens. The first page has no more. */
export const unbrokenText = (node: ReactNode): ReactNode => (typeof node === 'string' && kept.test(node) ? ofText(node) : node);
