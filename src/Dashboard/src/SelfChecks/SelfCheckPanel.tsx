import { Alert, Tag } from 'antd';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { useLiveQuery } from '../app/query';
import { Card } from '../parts/Card';
import { useMarks } from '../parts/marks';
import { Standing } from '../parts/Standing';
import { timeOf } from '../parts/time';
import { selfCheckWords } from './words';

const selfCheck = graphql(`
  query SelfCheck { selfCheck { at isClean rules { name found count failure isOfWork findings { subject what remedy } } } }
`);

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
                {rule.failure ?? (
                  <ul className="rows">
                    {rule.findings.map((one) => (
                      <li key={`${one.subject}${one.what}`}>
                        <span className="main">
                          {one.what}
                          <div className="quiet">
                            {words.remedy}{marks.colon}{one.remedy}
                          </div>
                        </span>
                      </li>
                    ))}
                  </ul>
                )}
              </details>
            ))}
          </div>
        )}
      </Standing>
    </Card>
  );
}
