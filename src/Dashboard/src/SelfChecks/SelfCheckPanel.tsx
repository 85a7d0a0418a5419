import { Alert, Tag } from 'antd';
import { graphql, type ResultOf } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { useMarks } from '../parts/marks';
import { Standing } from '../parts/Standing';
import { SubjectLink, subjectName } from '../parts/Subject';
import { timeOf } from '../parts/time';
import { selfCheckWords } from './words';

const selfCheck = graphql(
  `
  query SelfCheck {
    selfCheck { at isClean rules { name found count failure isOfWork findings { subject what remedy about { ...SubjectName } } } }
  }
`,
  [subjectName],
);

type Findings = NonNullable<ResultOf<typeof selfCheck>['selfCheck']>['rules'][number]['findings'];

/** What was found, by what is to be done about it: that is said once for all of a kind. */
const byRemedy = (findings: Findings) =>
  [...new Set(findings.map(({ remedy }) => remedy))].map((remedy) => [remedy, findings.filter((one) => one.remedy === remedy)] as const);

/** What the last self-check found: in the data and the rules, which is somebody's fault to mend, and work that is behind. */
export default function SelfCheckPanel() {
  const words = useWords(selfCheckWords);
  const { data, error, fetching, again } = useLiveQuery(selfCheck, {}, []);
  const marks = useMarks();
  const report = data?.selfCheck;
  const found = report?.rules.filter((rule) => rule.count > 0 || rule.failure) ?? [];
  const isBehind = found.some(({ isOfWork }) => isOfWork);
  return (
    <Card title={words.title} extra={report && timeOf(report.at)}>
      <Standing fetching={fetching} error={error} again={again}>
        {!report && <p className="quiet">{words.notYet}</p>}
        {report?.isClean && (
          <Alert type={isBehind ? 'warning' : 'success'} role="status" showIcon title={isBehind ? words.cleanButWork : words.clean} />
        )}
        {found.length > 0 && (
          <div className="stack">
            {found.map((rule) => (
              <details key={rule.name}>
                <summary>
                  {rule.found}{' '}
                  <Tag color={rule.isOfWork ? 'orange' : 'red'}>{rule.isOfWork ? words.lateWork(rule.count) : words.found(rule.count)}</Tag>
                </summary>
                {rule.failure ?? byRemedy(rule.findings).map(([remedy, findings]) => (
                  <div key={remedy}>
                    <p className="quiet flush-text">
                      {words.remedy}{marks.colon}{remedy}
                    </p>
                    <ul className="rows">
                      {findings.map((one) => (
                        <li key={`${one.subject}${one.what}`}>
                          <span className="main">
                            {one.about && <div><SubjectLink subject={one.about} withDetail /></div>}
                            {one.what}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
              </details>
            ))}
          </div>
        )}
      </Standing>
    </Card>
  );
}
