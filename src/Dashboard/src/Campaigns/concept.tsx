import { ApartmentOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';
import { campaignPath } from './path';

export default {
  pages: {
    '/campaigns': () => import('./Campaigns'),
    '/campaigns/:code': () => import('./Campaign'),
  },
  menu: [
    {
      group: 'work',
      place: 30,
      path: '/campaigns',
      needs: 'campaigns',
      icon: <ApartmentOutlined />,
      title: { zh: '专项行动', en: 'Campaigns' },
    },
  ],
  names: [
    naming('Campaign', graphql(`fragment CampaignName on Campaign { code campaignName: name }`), ({ code, campaignName }) => ({
      to: campaignPath(code),
      name: campaignName,
      detail: code,
    })),
  ],
} satisfies Concept;
