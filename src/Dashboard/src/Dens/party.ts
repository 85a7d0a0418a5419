import { enterprisePath } from '../Enterprises/path';
import { denPath } from './path';

/** What whoever is inspected or ordered about is called: an enterprise or a den. */
export const nameOfParty = ({ enterprise, den }: { enterprise: { name: string } | null; den: { name: string } | null }) =>
  enterprise?.name ?? den?.name ?? '';

/** Where whoever is inspected or ordered about is shown. */
export const pathOfParty = ({ enterprise, den }: { enterprise: { creditCode: string } | null; den: { number: string } | null }) =>
  enterprise ? enterprisePath(enterprise.creditCode) : denPath(den?.number ?? '');

/** What forms are given of whoever is inspected or ordered about: the one that it is, and that it is not the other. */
export const fixedOfParty = ({ enterprise, den }: { enterprise: { creditCode: string } | null; den: { number: string } | null }) => ({
  enterpriseCreditCode: enterprise?.creditCode ?? null,
  den: den?.number ?? null,
});
