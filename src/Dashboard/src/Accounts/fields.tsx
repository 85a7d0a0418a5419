import { control } from '../parts/concept';
import { StaffMultiSelect, StaffSelect } from './StaffSelect';

export default [
  control({ takes: ({ name, list }) => list && name === 'officers', Control: (bound: Parameters<typeof StaffMultiSelect>[0]) => <StaffMultiSelect {...bound} officers /> }),
  control({ takes: ({ name, list }) => list && ['takenBy', 'members', 'participants'].includes(name), Control: StaffMultiSelect }),
  control({
    takes: ({ name, list }) => !list && name === 'officer',
    Control: (bound: Parameters<typeof StaffSelect>[0]) => <StaffSelect {...bound} officers />,
  }),
  control({ takes: ({ name }) => ['chair', 'deputy', 'person', 'replacement'].includes(name), Control: StaffSelect }),
];
