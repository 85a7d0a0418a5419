// What Relay's compiler compiles; nothing here runs, the clients take what it makes of it.
import { graphql } from 'relay-runtime';

export const licences = graphql`
  query relayDocumentsLicencesQuery($first: Int!, $after: String, $where: LicenceFilterInput) {
    licences(first: $first, after: $after, where: $where) @connection(key: "relayDocuments_licences", filters: ["where"]) {
      edges {
        node {
          id
          validTo
          ...relayDocuments_licence
        }
      }
      pageInfo {
        endCursor
      }
    }
  }
`;

export const licence = graphql`
  fragment relayDocuments_licence on Licence @refetchable(queryName: "relayDocumentsLicenceQuery") {
    id
    number
    status
    validTo
    version
    enterprise {
      name
    }
    deadlines {
      id
      kind
      dueAt
      rule
    }
    history(first: 5) {
      nodes {
        id
        kind
        at
        summary
      }
      totalCount
    }
  }
`;

// What can be refetched by its id is what a list shows.
export const entry = graphql`
  fragment relayDocuments_entry on JournalEntry @refetchable(queryName: "relayDocumentsEntryQuery") {
    number
    at
    kind
    summary
  }
`;
export const deadline = graphql`
  fragment relayDocuments_deadline on Deadline @refetchable(queryName: "relayDocumentsDeadlineQuery") {
    kind
    dueAt
    rule
    subject {
      __typename
      id
    }
  }
`;
export const work = graphql`
  fragment relayDocuments_work on WorkItem @refetchable(queryName: "relayDocumentsWorkQuery") {
    kind
    name
    userName
    role
    nextDeadline {
      dueAt
    }
  }
`;
export const handover = graphql`
  fragment relayDocuments_handover on SectionHandover @refetchable(queryName: "relayDocumentsHandoverQuery") {
    handedOn
    from
    to
  }
`;

export const caseWithWork = graphql`
  query relayDocumentsCaseQuery($number: String!, $officer: String!) {
    case(number: $number) {
      id
      goodsValueCny
      clocks {
        item
        dueAt
      }
      parties {
        name
      }
      deadlines {
        id
        ...relayDocuments_deadline
      }
      handovers {
        id
        ...relayDocuments_handover
      }
      history(first: 5) {
        nodes {
          id
          ...relayDocuments_entry
        }
      }
    }
    openWork(officer: $officer, first: 50) {
      nodes {
        id
        ...relayDocuments_work
      }
    }
  }
`;

export const suspend = graphql`
  mutation relayDocumentsSuspendMutation($input: SuspendLicenceInput!) {
    suspendLicence(input: $input) {
      licence {
        ...relayDocuments_licence
      }
      errors {
        __typename
        ... on Error {
          code
          message
        }
        ... on LicenceNotActiveError {
          status
        }
      }
    }
  }
`;

export const reinstate = graphql`
  mutation relayDocumentsReinstateMutation($input: ReinstateLicenceInput!) {
    reinstateLicence(input: $input) {
      licence {
        id
        status
        version
      }
      errors {
        __typename
        ... on Error {
          code
        }
      }
    }
  }
`;

export const changed = graphql`
  subscription relayDocumentsChangedSubscription($subject: ID) {
    changed(subject: $subject) {
      eventId
      subject {
        __typename
        id
        ... on Licence {
          number
          status
          version
        }
      }
      entry {
        id
        kind
        summary
      }
    }
  }
`;
