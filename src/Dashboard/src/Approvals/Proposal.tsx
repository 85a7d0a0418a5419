import type { ReactNode } from 'react';
import { Skeleton } from 'antd';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../app/graphql';
import { useLanguage, useWords } from '../app/language';
import { isPerson } from '../Accounts/people';
import { useStaffName } from '../Accounts/staff';
import { formOf, type CommandName } from '../parts/command';
import type { Target } from '../parts/CommandForm';
import { Facts } from '../parts/Facts';
import { useMarks } from '../parts/marks';
import { inFull, subjectName } from '../parts/Subject';
import { useTerms } from '../parts/Term';
import { timeOf } from '../parts/time';
import { approvalWords } from './words';

const proposed = graphql(
  `
  fragment ProposalFields on Approval {
    item step summary askedBy askedAt mutation proposed { field values }
  }
`,
);

const proposal = graphql(
  `
  query Proposal($subject: ID!) {
    node(id: $subject) {
      ...SubjectName ... on Case { approvals { ...ProposalFields } } ... on Den { approvals { ...ProposalFields } }
    }
  }
`,
  [subjectName, proposed],
);

// Files are looked at on the page of the matter; their hashes say nothing.
const isFile = (field: string) => field.startsWith('attachment');

/** For the forms in which a proposal is decided: what is decided on, above their fields. */
export const aboutProposal = (steps: readonly CommandName[], subject: string, item: number): NonNullable<Target['about']> =>
  Object.fromEntries(steps.map((step) => [step, <Proposal key={step} subject={subject} item={item} />]));

/** What a head decides on: all that was proposed, by whom, since when. */
function Proposal({ subject, item }: { subject: string; item: number }) {
  const [{ data, fetching }] = useQuery({ query: proposal, variables: { subject }, requestPolicy: 'network-only' });
  const node = data?.node;
  const one = node && 'approvals' in node ? node.approvals.find((each) => each.item === item) : undefined;
  if (fetching && !one) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  return one && node ? <Shown of={one} subject={inFull(node)} /> : null;
}

type Proposed = Pick<ResultOf<typeof proposed>, 'mutation' | 'proposed'>;

/** What was proposed, field by field, as its form calls them. */
function useLabelled() {
  const { language } = useLanguage();
  const name = useStaffName();
  const marks = useMarks();
  return ({ mutation, proposed: given }: Proposed) => {
    const { fields } = formOf(mutation as CommandName);
    return given
      .filter(({ field }) => !isFile(field))
      .map(({ field, values }) => ({
        key: field,
        label: fields.find((each) => each.name === field)?.[language] ?? field,
        children: (isPerson(field) ? values.map(name) : values).join(marks.comma),
      }));
  };
}

/** The whole of a proposal, in a list of them. */
export function ProposedFacts({ of }: { of: Proposed }) {
  return <Facts column={1} items={useLabelled()(of)} />;
}

function Shown({ of, subject }: { of: ResultOf<typeof proposed>; subject: ReactNode }) {
  return <Asked of={of} subject={subject} more={useLabelled()(of)} />;
}

/** What waits for a decision, above the form in which it is made. */
export function Asked({ of, subject, more = [] }: {
  of: { step: string; summary: string; askedBy: string; askedAt: string };
  subject: ReactNode;
  more?: { key: string; label: string; children: ReactNode }[];
}) {
  const words = useWords(approvalWords);
  const step = useTerms('ApprovalStep');
  const name = useStaffName();
  const bySystem = of.askedBy === 'system';
  return (
    <Facts
      column={1}
      className="gap-below"
      items={[
        { key: 'subject', label: words.matter, children: subject },
        { key: 'what', label: step.term(of.step), children: of.summary },
        ...more,
        { key: 'asked', label: words.askedBy, children: `${bySystem ? words.system : name(of.askedBy)} · ${timeOf(of.askedAt)}` },
      ]}
    />
  );
}
