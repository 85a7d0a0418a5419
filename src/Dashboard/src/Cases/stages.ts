import type { CommandName } from '../parts/command';

/**
 * The steps that the law admits in a stage, whatever else has to be so. A test holds them against the table of the law
 * (docs/law/Case.law.txt), from which they are taken.
 */
export const stepsAt: Record<string, readonly CommandName[]> = {
  LEAD: [
    'addCaseParty', 'addEvidence', 'addGoodsLines', 'approveCaseStep', 'askRecusal', 'correctCaseFigures', 'correctCaseLead',
    'correctCaseParty', 'correctCaseTitle', 'decideNotToFile', 'extendCaseClock', 'fileCase', 'handOverCase', 'joinCase',
    'markMajorCase', 'orderCorrection', 'passOnCase', 'pauseCase', 'penaliseOnTheSpot', 'recordCaseFigures',
    'recordPartyParticulars', 'returnCaseStep', 'seizeGoods',
  ],
  NOT_FILED: [
    'correctCaseFigures', 'correctCaseLead', 'correctCaseParty', 'correctCaseTitle',
  ],
  INVESTIGATION: [
    'addCaseParty', 'addEvidence', 'addGoodsLines', 'approveCaseStep', 'askRecusal', 'assignCaseOfficers', 'correctCaseFigures',
    'correctCaseLead', 'correctCaseParty', 'correctCaseTitle', 'correctGoodsLine', 'correctSeizureList', 'correctTestResult',
    'decideRecusalTogether', 'endSeizure', 'handOverCase', 'joinCase', 'markMajorCase', 'moveEvidence', 'orderCorrection',
    'orderTest', 'passOnCase', 'pauseCase', 'proposeNoPenalty', 'proposePenalty', 'recordCaseFigures', 'recordCompetence',
    'recordCorrection', 'recordPartyParticulars', 'recordTestResult', 'referCompetence', 'returnCaseStep', 'seizeGoods',
    'terminateCase', 'unmarkMajorCase', 'withdrawCase', 'withdrawTest',
  ],
  LEGAL_REVIEW: [
    'addCaseParty', 'addEvidence', 'addGoodsLines', 'askRecusal', 'assignCaseOfficers', 'correctCaseAct', 'correctCaseFigures',
    'correctCaseLead', 'correctCaseParty', 'correctCaseTitle', 'decideNoPenalty', 'decidePenalty', 'handFileToHearingChair',
    'handOverCase', 'joinCase', 'markMajorCase', 'notifyRights', 'orderCorrection', 'passLegalReview', 'passOnCase', 'pauseCase',
    'recordCaseFigures', 'recordDeliberation', 'recordPartyAnswer', 'recordPartyParticulars', 'returnForInvestigation',
    'seizeGoods', 'terminateCase', 'withdrawCase',
  ],
  HEARING: [
    'addCaseParty', 'addEvidence', 'addGoodsLines', 'announceHearing', 'askRecusal', 'assignCaseOfficers', 'correctCaseAct',
    'correctCaseFigures', 'correctCaseLead', 'correctCaseParty', 'correctCaseTitle', 'endCasePause', 'handFileToHearingChair',
    'handOverCase', 'joinCase', 'markMajorCase', 'nameHearingChair', 'orderCorrection', 'passOnCase', 'pauseCase',
    'publishHearing', 'recordCaseFigures', 'recordHearing', 'recordHearingReport', 'recordPartyAnswer', 'recordPartyParticulars',
    'returnForInvestigation', 'seizeGoods', 'terminateCase', 'withdrawCase',
  ],
  DECIDED: [
    'addGoodsLines', 'askRecusal', 'assignCaseOfficers', 'correctCaseAct', 'correctCaseFigures', 'correctCaseLead',
    'correctCaseTitle', 'endExecution', 'handOverCase', 'joinCase', 'markMajorCase', 'orderCorrection', 'publishDecision',
    'recordCaseFigures', 'recordCaseFollowUp', 'recordPartyParticulars', 'serveDecision',
  ],
  EXECUTION: [
    'addGoodsLines', 'allowInstalments', 'askRecusal', 'assignCaseOfficers', 'closeCase', 'correctCaseAct', 'correctCaseFigures',
    'correctCaseLead', 'correctCaseTitle', 'correctChallenge', 'correctPayment', 'correctRefund', 'correctSeizureEnd',
    'correctServedDecision', 'endExecution', 'endPublicationEarly', 'executePenalty', 'handInCash', 'handOverCase', 'joinCase',
    'markMajorCase', 'orderCorrection', 'publishDecision', 'recordCaseFigures', 'recordCaseFollowUp', 'recordChallenge',
    'recordChallengeOutcome', 'recordEnforcementResult', 'recordGoodsReturn', 'recordPartyParticulars', 'recordRefund',
    'reportSpotPenalty', 'requestCourtEnforcement', 'urgePayment', 'waiveSurcharge', 'withdrawPublication',
  ],
  CLOSED: [
    'correctCaseAct', 'correctCaseFigures', 'correctCaseLead', 'correctCaseTitle', 'correctChallenge', 'correctPayment',
    'correctSeizureEnd', 'correctServedDecision', 'publishDecision', 'recordCaseFollowUp', 'recordChallenge',
    'recordGoodsReturn', 'recordRefund',
  ],
  WITHDRAWN: [
    'correctCaseFigures', 'correctCaseLead', 'correctCaseParty', 'correctCaseTitle',
  ],
  NO_PENALTY: [
    'correctCaseFigures', 'correctCaseLead', 'correctCaseTitle', 'correctServedDecision', 'recordChallenge',
  ],
  TERMINATED: [
    'correctCaseFigures', 'correctCaseLead', 'correctCaseParty', 'correctCaseTitle',
  ],
  PASSED_ON: [
    'correctCaseFigures', 'correctCaseLead', 'correctCaseParty', 'correctCaseTitle', 'recordPassOnDeclined',
  ],
  TRANSFERRED: [
    'addCaseParty', 'addGoodsLines', 'askRecusal', 'assignCaseOfficers', 'correctCaseFigures', 'correctCaseLead',
    'correctCaseParty', 'correctCaseTitle', 'endSeizure', 'handOverCase', 'joinCase', 'markMajorCase', 'orderCorrection',
    'recordCaseFigures', 'recordPartyParticulars', 'recordTransferInquiry',
  ],
};
