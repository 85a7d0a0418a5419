import { control } from '../parts/concept';
import { AttachmentField, notBrought } from './AttachmentField';

export default [
  // Files are the bureau's: a partner agency's people bring none, and the server refuses theirs.
  control({
    takes: ({ type }) => type === 'AttachmentInput', isFor: ({ agency }) => !agency, Control: AttachmentField, notReady: notBrought,
  }),
];
