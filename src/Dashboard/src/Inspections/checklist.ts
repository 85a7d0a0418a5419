/** The items of the checklist in the three areas of the notice (R2.2.2, R3.3.1). */
export const checklist = {
  QUALITY_CONTROL: ['KEY_MATERIALS', 'PROCESS_CONTROL', 'QUALITY_SYSTEM', 'MANAGEMENT_RULES', 'INCOMING_INSPECTION', 'OUTGOING_INSPECTION'],
  PREMISES_AND_EQUIPMENT: ['PREMISES', 'PRODUCTION_EQUIPMENT', 'TEST_EQUIPMENT', 'LICENCE_SCOPE_AND_MARKS'],
  CUTTING_CORNERS: ['MATERIALS_AND_STEPS', 'ADULTERATION'],
} as const;

export type Area = keyof typeof checklist;
