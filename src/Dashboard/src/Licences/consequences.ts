import type { Consequences } from '../parts/concept';

export default {
  suspendLicence: { zh: '暂扣期间企业不得生产该许可证范围内的产品；到暂扣期满之日自动恢复，期间如许可证届满则按届满处理。', en: 'While suspended the enterprise may not produce under this licence. It is reinstated by itself after the last day, unless the licence ends before.' },
  revokeLicence: { zh: '吊销后许可证终止，不能恢复。', en: 'A revoked licence ends and cannot be reinstated.' },
  withdrawLicence: { zh: '撤销后许可证终止，不能恢复。', en: 'A withdrawn licence ends and cannot be reinstated.' },
  deregisterLicence: { zh: '注销后许可证终止，不能恢复；企业须重新申请方可生产。', en: 'A deregistered licence ends and cannot be reinstated.' },
} satisfies Consequences;
