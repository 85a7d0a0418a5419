import type { Consequences } from '../parts/concept';

export default {
  disableUser: { zh: '停用后该用户立即退出登录，不能再登录。', en: 'The user is signed out at once and cannot sign in.' },
} satisfies Consequences;
