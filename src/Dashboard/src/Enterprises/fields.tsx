import { control } from '../parts/concept';
import { EnterpriseSelect } from './EnterpriseSelect';

export default [
  control({ takes: ({ name }) => name === 'enterpriseCreditCode', Control: EnterpriseSelect }),
  control({ commands: ['addCaseParty', 'correctCaseParty'], takes: ({ name }) => name === 'creditCode', Control: EnterpriseSelect }),
];
