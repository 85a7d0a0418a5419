import { useQuery } from 'urql';
import { graphql } from '../app/graphql';
import { StaffSelect } from '../Accounts/StaffSelect';
import { control } from '../parts/concept';
import { ListedSelect } from '../parts/ListedSelect';

const open = graphql(`
  query OpenCampaigns { campaigns(first: 100, where: { isOpen: { eq: true } }, order: [{ from: DESC }]) { nodes { id code name } } }
`);

/** One of the campaigns that go on, by its name. */
function CampaignSelect(bound: { label?: string; id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  const [{ data }] = useQuery({ query: open, requestPolicy: 'cache-and-network' });
  return <ListedSelect {...bound} entries={data?.campaigns.nodes ?? []} offered={() => true} />;
}

export default [
  control({
    takes: ({ name, list }) => !list && (name === 'campaign' || name === 'parent'),
    commands: ['assignCampaignTask', 'prepareCampaign'],
    Control: CampaignSelect,
  }),
  control({ takes: ({ name }) => name === 'holder', commands: ['fillCampaignSeat'], Control: StaffSelect }),
];
