import type { Consequences } from '../parts/concept';

export default {
  suspendLicence: { zh: '暂扣应在案件中作出决定，请写明案件编号。暂扣期间企业不得生产该许可证范围内的产品；到暂扣期满之日自动恢复，期间如许可证届满则按届满处理。',
    en: 'A suspension is decided in a case; name it. While suspended the enterprise may not produce under this licence. It is reinstated by itself after the last day, unless the licence ends before.' },
  applyForLicenceRenewal: { zh: '按期申请的，在作出决定前许可证继续有效，不届满失效，也不建议注销。',
    en: 'Applied for in time, the licence stands until it is decided: it does not expire and is not proposed for deregistration.' },
  refuseLicenceRenewal: { zh: '不予延续后，有效期已过的许可证即届满失效。', en: 'A licence whose last day is over ends with the refusal.' },
  correctLicence: { zh: '办理记录同时显示原登记和更正后的登记；按原登记统计的数字随之更正。',
    en: 'The history shows both; figures counted under the old entry are put right.' },
  correctLicenceEnding: { zh: '许可证恢复到终止前的状态，已统计的撤销、吊销、注销数相应冲减。',
    en: 'The licence stands where it stood before, and what was counted is taken back.' },
  correctCertificateSuspension: { zh: '证书视为从未暂停，已统计的暂扣数相应冲减。',
    en: 'The certificate counts as never suspended, and what was counted is taken back.' },
  revokeLicence: { zh: '吊销后许可证终止，不能恢复。', en: 'A revoked licence ends and cannot be reinstated.' },
  withdrawLicence: { zh: '撤销后许可证终止，不能恢复。', en: 'A withdrawn licence ends and cannot be reinstated.' },
  cancelMistypedLicence: {
    zh: '先按正确编号登记许可证；本条注销后不再计数，两条记录互相指明。',
    en: 'Register it under the right number first. This entry ends and is no longer counted; each shows the other.',
  },
  deregisterLicence: { zh: '注销后许可证终止，不能恢复；企业须重新申请方可生产。', en: 'A deregistered licence ends and cannot be reinstated.' },
} satisfies Consequences;
