import { TagsOutlined } from '@ant-design/icons';
import { graphql } from '../app/graphql';
import { naming, type Concept } from '../parts/concept';

export default {
  pages: {
    '/administration/product-classes': () => import('./ProductClasses'),
  },
  menu: [
    { group: 'administration', place: 40, path: '/administration/product-classes', needs: 'staff', icon: <TagsOutlined />, title: { zh: '产品类别', en: 'Product classes' } },
  ],
  names: [naming('ProductClass', graphql(`fragment ProductClassName on ProductClass { code className: name }`), ({ code, className }) => ({ to: '/administration/product-classes', name: className, detail: code }), { isOpen: true })],
} satisfies Concept;
