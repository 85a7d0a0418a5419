import { graphql } from '../app/graphql';

/**
 * What officers need of an inspection on the spot, with a network or without: whom it is of, what was found there before, what is still to
 * be put right.
 */
export const fieldworkFields = graphql(`
  fragment FieldworkFields on Inspection {
    id number officialNumber status basis plannedOn isLate officerNames
    enterprise {
      id creditCode name address telephone
      licences(first: 10) { nodes { id number kind status validTo } }
      inspections(first: 2, where: { status: { eq: RECORDED } }, order: [{ plannedOn: DESC }]) {
        nodes { id number inspectedOn result summary findings { item wording result severity note } }
      }
      rectifications(first: 3, where: { status: { in: [ORDERED, REPORTED, OVERDUE, FAILED] } }) { nodes { id number status dueOn } }
    }
    den {
      id number name address products
      inspections(first: 2, where: { status: { eq: RECORDED } }, order: [{ plannedOn: DESC }]) {
        nodes { id number inspectedOn result summary findings { item wording result severity note } }
      }
      rectifications(first: 3, where: { status: { in: [ORDERED, REPORTED, OVERDUE, FAILED] } }) { nodes { id number status dueOn } }
    }
  }
`);

/** Under which key the device keeps what is needed for an inspection. */
export const fieldworkKey = (number: string) => `inspection/${number}`;
