import { Alert } from 'antd';
import { useLanguage, useWords } from '../app/language';
import { useStaffName } from '../Accounts/staff';
import { Due } from '../parts/Due';
import { useMarks } from '../parts/marks';
import { termOwed } from '../parts/Term';
import { useSectionName } from '../Sections/sectionNames';
import { awaitedCommandOf, awaitedTitle, type AwaitingWhole, whoseStep } from './nextSteps';
import { caseWords } from './words';

type Held = AwaitingWhole & {
  officerNames: readonly string[];
  section: string | null;
  rights: (AwaitingWhole['rights'] & { chair: string | null }) | null;
};

/** What comes next in a case, whose step it is, and until when. */
export function NextStep({ of: one }: { of: Held }) {
  const words = useWords(caseWords);
  const { language } = useLanguage();
  const [section, name] = [useSectionName(), useStaffName()];
  const marks = useMarks();
  const command = awaitedCommandOf(one);
  if (!command) return null;
  // Of what nobody investigates yet the section answers.
  const officers = one.officerNames.map(name).join(marks.comma) || section(one.section);
  const chair = one.rights?.chair;
  const whose = {
    head: words.byHead, proposed: words.byProposal(officers), chair: chair ? words.byChair(name(chair)) : words.byLegal,
    legal: words.byLegal, officers,
  }[whoseStep(one, command)];
  return (
    <Alert type="info" showIcon title={`${words.nextStep}${marks.colon}${awaitedTitle(one, command, language)}`} description={
      <>{whose}{one.awaitedBy && <> <Due at={one.awaitedBy} term={termOwed(one.awaitedTerm, language)} /></>}</>
    } />
  );
}
