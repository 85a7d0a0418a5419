import { Empty, Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { useStaffName } from '../Accounts/staff';
import { Commands } from '../parts/Commands';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { dayOf } from '../parts/time';
import { unbroken } from '../parts/unbroken';
import { useWholeList } from '../parts/useWholeList';
import { authorisationWords } from './words';

const authorisations = graphql(`
  query AuthorisationList {
    authorisations(first: 200, order: [{ until: DESC }]) { nodes { id version number deputy steps from until grantedBy revokedOn } }
  }
`);

type Authorisation = ResultOf<typeof authorisations>['authorisations']['nodes'][number];

/** Which deputies may decide what, from when until when; the head grants and revokes. */
export default function Authorisations() {
  const words = useWords(authorisationWords);
  const step = useTerms('ApprovalStep');
  const name = useStaffName();
  const { data, error, fetching, again } = useLiveQuery(authorisations, {}, ['AUTHORISATION']);
  const marks = useMarks();
  const today = dayOf(new Date());
  const stateOf = (one: Authorisation) =>
    one.revokedOn ? (
      <Tag>{words.revoked(one.revokedOn)}</Tag>
    ) : one.until < today ? (
      <Tag>{words.ended}</Tag>
    ) : one.from > today ? (
      <Tag color="blue">{words.ahead}</Tag>
    ) : (
      <Tag color="green">{words.inForce}</Tag>
    );
  const { tools, shown } = useWholeList<Authorisation>({
    rows: data?.authorisations.nodes ?? [],
    label: words.title,
    columns: [
      { title: words.deputy, render: (one) => name(one.deputy) },
      { title: words.number, render: (one) => one.number },
      { title: words.steps, render: (one) => one.steps.map(step.term).join(marks.comma) },
      { title: words.from, render: (one) => one.from },
      { title: words.until, render: (one) => one.until },
      { title: words.by, render: (one) => name(one.grantedBy) },
      { title: words.state, render: stateOf },
    ],
  });
  const stands = (one: Authorisation) => !one.revokedOn && one.until >= today;
  return (
    <Page title={words.title} remark={words.remark} extra={<Commands next={['grantAuthorisation']} target={{ fixed: {} }} />}>
      <Standing fetching={fetching} error={error} again={again} rows={6}>
        {data?.authorisations.nodes.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.none} />}
        {tools}
        <ul className="rows results steps-below">
          {shown.map((one) => (
            <li key={one.id}>
              <span className="main">
                <b>{name(one.deputy)}</b> {stateOf(one)}
                <div>{one.steps.map(step.term).join(marks.comma)}</div>
                {unbroken(
                  <div className="quiet">
                    {one.number} · {words.from} {one.from} · {words.until} {one.until} · {words.by} {name(one.grantedBy)}
                  </div>,
                )}
              </span>
              {stands(one) && (
                <Commands
                  next={['revokeAuthorisation']}
                  isPlain
                  target={{ subject: 'authorisation', id: one.id, version: one.version, fixed: { number: one.number } }}
                />
              )}
            </li>
          ))}
        </ul>
      </Standing>
    </Page>
  );
}
