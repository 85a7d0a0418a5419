import type { EnumName } from '../parts/Term';

/** The terms of the stage or status at which a piece of work of each kind stands. */
export const statusOf = {
  CASE: 'CaseStage',
  INSPECTION: 'InspectionStatus',
  RECTIFICATION: 'RectificationStatus',
  CRIME_TRANSFER: 'TransferStatus',
} as const satisfies Record<string, EnumName>;
