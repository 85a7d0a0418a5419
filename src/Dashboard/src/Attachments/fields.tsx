import { control } from '../parts/concept';
import { AttachmentField, notBrought } from './AttachmentField';

export default [
  control({ takes: ({ type }) => type === 'AttachmentInput', Control: AttachmentField, notReady: notBrought }),
];
