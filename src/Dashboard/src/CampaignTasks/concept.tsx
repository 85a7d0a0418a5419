import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { taskPath } from './path';

export default {
  pages: {
    '/campaign-tasks': () => import('./CampaignTasks'),
    '/campaign-tasks/:number': () => import('./CampaignTask'),
  },
  names: [
    naming('CampaignTask', graphql(`fragment CampaignTaskName on CampaignTask { number taskText: text }`), ({ number, taskText }) => ({
      to: taskPath(number),
      name: number,
      detail: taskText,
    })),
  ],
} satisfies Concept;
