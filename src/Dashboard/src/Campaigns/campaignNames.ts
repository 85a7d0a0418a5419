import { useQuery } from 'urql';
import { graphql } from '../app/graphql';

// Few, and seldom changed: read once for all pages.
const campaigns = graphql(`query CampaignNames { campaigns(first: 100) { nodes { id code name } } }`);

/** What a campaign is called; a code that no campaign bears is shown as it is. */
export function useCampaignName() {
  const [{ data }] = useQuery({ query: campaigns, requestPolicy: 'cache-first' });
  return (code: string | null | undefined) => (code ? (data?.campaigns.nodes.find((one) => one.code === code)?.name ?? code) : '—');
}
