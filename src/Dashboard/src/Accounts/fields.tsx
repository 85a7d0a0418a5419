import { control } from '../parts/concept';
import { several, single } from './people';
import { StaffMultiSelect, StaffSelect } from './StaffSelect';

export default [
  control({ takes: ({ name, list }) => list && name === 'officers', Control: (bound: Parameters<typeof StaffMultiSelect>[0]) => <StaffMultiSelect {...bound} officers /> }),
  control({ takes: ({ name, list }) => list && several.includes(name), Control: StaffMultiSelect }),
  control({
    takes: ({ name, list }) => !list && name === 'officer',
    Control: (bound: Parameters<typeof StaffSelect>[0]) => <StaffSelect {...bound} officers />,
  }),
  control({ takes: ({ name }) => single.includes(name), Control: StaffSelect }),
];
