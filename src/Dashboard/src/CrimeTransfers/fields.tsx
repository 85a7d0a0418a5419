import { AgencySelect } from '../Agencies/AgencySelect';
import { control } from '../parts/concept';

export default [
  // Crime goes to the police, or to the prosecutors, and to nobody else.
  control({
    commands: ['openCrimeTransfer', 'requestEarlyIntervention', 'readdressCrimeTransfer', 'forwardCrimeTransfer'],
    takes: ({ name }) => name === 'agency',
    Control: (bound: Parameters<typeof AgencySelect>[0]) => <AgencySelect {...bound} police />,
  }),
];
