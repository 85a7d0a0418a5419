import type { CommandName } from '../parts/command';

/** What comes next in a task by its status, the usual step first, in lists and on its page. */
export const nextSteps: Record<string, CommandName[]> = {
  ASSIGNED: ['acceptCampaignTask'],
  ACCEPTED: ['handInCampaignTask'],
  HANDED_IN: ['confirmCampaignTask', 'returnCampaignTask'],
  RETURNED: ['handInCampaignTask'],
};
