import { graphql } from '../app/graphql';

export const campaigns = graphql(`query SweepCampaigns { sweepCampaigns { code inspections recorded isGoingOn } }`);
export const coverage = graphql(`
  query SweepCoverage($campaign: String!) {
    sweepCoverage(campaign: $campaign) {
      campaign licensedProducers inspected byProductClass { productClass { code name } licensedProducers inspected }
    }
  }
`);

/** How much of the whole a part is, in per cent. */
export const share = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 100) : 0);
