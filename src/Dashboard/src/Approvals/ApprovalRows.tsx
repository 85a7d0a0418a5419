import { Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useStaffName } from '../Accounts/staff';
import { Term } from '../parts/Term';
import { timeOf } from '../parts/time';
import { ProposedFacts } from './Proposal';
import { approvalWords } from './words';

// What a deputy decided is often entered later, when the authorisation may be over.
export const approvalFields = graphql(
  `
  fragment ApprovalFields on Approval {
    item step summary askedBy askedAt outcome decidedBy decidedAt opinion mayDecide decidableOn mutation proposed { field values }
  }
`,
);

/** What was proposed to the head in a matter, the last first, and what came of it. */
export function ApprovalRows({ approvals }: { approvals: ResultOf<typeof approvalFields>[] }) {
  const words = useWords(approvalWords);
  const name = useStaffName();
  return (
    <ul className="rows">
      {approvals.map((one) => (
        <li key={one.item}>
          <span className="main">
            {one.item}. {one.summary}
            <div className="quiet">
              {words.askedBy} {name(one.askedBy)} · {timeOf(one.askedAt)}
            </div>
            {!one.outcome && <ProposedFacts of={one} />}
            {one.outcome && (
              <div className="quiet">
                {one.decidedBy && words.decided(name(one.decidedBy), one.decidedAt ? timeOf(one.decidedAt) : '')} {one.opinion}
              </div>
            )}
          </span>
          {one.outcome ? <Term of="ApprovalOutcome" value={one.outcome} /> : <Tag color="orange">{words.waits}</Tag>}
        </li>
      ))}
    </ul>
  );
}
