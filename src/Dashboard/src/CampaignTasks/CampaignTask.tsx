import { Link, useParams } from 'react-router';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useAgencyName } from '../Agencies/agencyNames';
import { Attached, attachmentFields } from '../Attachments/Attached';
import { useCampaignName } from '../Campaigns/campaignNames';
import { campaignPath } from '../Campaigns/path';
import { Card } from '../parts/Card';
import { Commands, otherCommands } from '../parts/Commands';
import { DeadlineRows } from '../parts/DeadlineRows';
import { Facts } from '../parts/Facts';
import { History } from '../parts/History';
import { Instead } from '../parts/Instead';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useSectionName } from '../Sections/sectionNames';
import { TaskStatus } from './TaskStatus';
import { nextSteps } from './steps';
import { taskWords } from './words';

const file = graphql(`
  query CampaignTaskFile($number: String!) {
    campaignTask(number: $number) {
      id version number campaign serial text basis leadSection partnerSections partnerAgencies target dueOn status isLate assignedOn
      acceptedOn remark endedOn leftToOthers othersInCharge { message } deadlines { kind dueAt rule }
      reports { handedInOn text isLate handedInBy { displayName } attachments { ...AttachmentFields } }
      returns { returnedOn reason dueBefore dueOn }
    }
  }
`, [attachmentFields]);

const others = otherCommands('campaignTask', ['withdrawCampaignTask'], ['assignCampaignTask', ...Object.values(nextSteps).flat()]);

/** A task of a campaign: what is to be done by when, what was handed in, and how it was sent back. */
export default function CampaignTask() {
  const words = useWords(taskWords);
  const marks = useMarks();
  const campaignName = useCampaignName();
  const [section, agency] = [useSectionName(), useAgencyName()];
  const number = useParams().number ?? '';
  const { data, error, fetching, again } = useLiveQuery(file, { number }, ['CAMPAIGN_TASK']);
  const one = data?.campaignTask;
  if (data && !one) return <Instead why={words.notFound} />;
  return (
    <Page title={one?.text ?? words.one}
      remark={
        one && (
          <>
            {number} <TaskStatus of={one} late={words.late} />
          </>
        )
      }
      extra={one && <Commands next={nextSteps[one.status] ?? []} others={one.endedOn ? [] : others} closed={one.othersInCharge}
        target={{ subject: 'campaignTask', id: one.id, version: one.version, leftToOthers: one.leftToOthers, fixed: { number } }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={12}>
        {one && (
          <div className="cards-grid">
            <div className="two-thirds stack">
              <Card>
                <Facts items={[
                  {
                    key: 'campaign', label: words.campaign,
                    children: <Link to={campaignPath(one.campaign)}>{campaignName(one.campaign)}</Link>,
                  },
                  { key: 'serial', label: words.serial, children: one.serial },
                  { key: 'lead', label: words.section, children: section(one.leadSection) },
                  { key: 'due', label: words.due, children: one.dueOn },
                  { key: 'assigned', label: words.assigned, children: one.assignedOn },
                  { key: 'accepted', label: words.accepted, children: one.acceptedOn ?? '—' },
                  { key: 'basis', label: words.basis, span: 'filled' as const, children: one.basis },
                  { key: 'target', label: words.target, span: 'filled' as const, children: one.target ?? '—' },
                  { key: 'partners', label: words.partners, span: 'filled' as const,
                    children: [...one.partnerSections.map(section), ...one.partnerAgencies.map(agency)].join(marks.comma) || '—' },
                  ...(one.remark
                    ? [
                        {
                          key: 'remark',
                          label: words.remark,
                          span: 'filled' as const,
                          children: `${one.endedOn}${marks.colon}${one.remark}`,
                        },
                      ]
                    : []),
                ]} />
              </Card>
              {one.reports.length > 0 && (
                <Card title={words.reports}>
                  <ul className="rows">{one.reports.map((each) => (
                    <li key={`${each.handedInOn}${each.text}`}>
                      <span className="main">{each.text}
                        <div className="quiet">{each.handedInOn} · {each.handedInBy?.displayName}{each.isLate && ` · ${words.late}`}</div>
                        <Attached files={each.attachments} />
                      </span>
                    </li>
                  ))}</ul>
                </Card>
              )}
              {one.returns.length > 0 && (
                <Card title={words.returns}>
                  <ul className="rows">{one.returns.map((each) => (
                    <li key={`${each.returnedOn}${each.reason}`}>
                      <span className="main">{each.reason}
                        <div className="quiet">{each.returnedOn} · {words.dueBefore} {each.dueBefore} · {words.newDue} {each.dueOn}</div>
                      </span>
                    </li>
                  ))}</ul>
                </Card>
              )}
            </div>
            <div className="third stack"><Card title={words.clocks}><DeadlineRows deadlines={one.deadlines} /></Card></div>
            <Card className="two-thirds" title={words.history}><History subject={one.id} kinds={['CAMPAIGN_TASK']} /></Card>
          </div>
        )}
      </Standing>
    </Page>
  );
}
