/** The queue of what waits for the head. */
export const approvalsPath = '/approvals';
