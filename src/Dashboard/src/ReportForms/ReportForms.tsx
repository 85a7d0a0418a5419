import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { graphql, type VariablesOf } from '../app/graphql';
import { useWords } from '../app/language';
import type { Change } from '../app/live';
import { useLiveQuery } from '../app/query';
import { useSession } from '../app/session';
import { Page } from '../parts/Page';
import { PeriodChoice, periodOf } from '../parts/PeriodChoice';
import { Standing } from '../parts/Standing';
import { useTerms } from '../parts/Term';
import { addDays, dayOf } from '../parts/time';
import { useFilters } from '../parts/useFilters';
import { SectionSelect } from '../Sections/SectionSelect';
import { useSectionName } from '../Sections/sectionNames';
import { FormPaper } from './FormPaper';
import { formTable } from './FormTable';
import { useWorkbook } from './useWorkbook';
import { reportFormWords } from './words';

const filled = graphql(
  `
  query FilledForm($form: ReportFormKind!, $from: LocalDate!, $to: LocalDate!, $section: String, $basis: ReportBasis!) {
    reportForm(form: $form, from: $from, to: $to, section: $section, basis: $basis) { ...FormTable }
  }
`,
  [formTable],
);

type Asked = VariablesOf<typeof filled>;
const counted: NonNullable<Change['kind']>[] = ['CASE', 'INSPECTION', 'RECTIFICATION', 'LICENCE', 'CRIME_TRANSFER', 'FORM_ENTRY'];
const names = ['form', 'period', 'from', 'to', 'section', 'basis'] as const;

/** The forms that the notice names, for any period and section, to be looked through, printed and handed in. */
export default function ReportForms() {
  const words = useWords(reportFormWords);
  const { now } = useSession();
  const kinds = useTerms('ReportFormKind');
  const bases = useTerms('ReportBasis');
  const { busy, download } = useWorkbook();
  const { values, set } = useFilters(names);
  // An address may have been typed: what is no form and no basis is left out.
  const form = (kinds.options.find(({ value }) => value === values.form)?.value ?? 'ENFORCEMENT_STATISTICS') as Asked['form'];
  const basis = (bases.options.find(({ value }) => value === values.basis)?.value ?? 'HAPPENED') as Asked['basis'];
  const { chosen, stretch } = periodOf(values, dayOf(now()), 'month');
  const { from, before } = stretch;
  const section = values.section || null;
  const asked = { form, from, to: before, section, basis };
  const workbook = `/report-forms/${form.toLowerCase().replaceAll('_', '-')}.xlsx?${new URLSearchParams({
    from,
    to: before,
    basis,
    ...(section && { section }),
  })}`;
  const name = `${kinds.term(form)}-${from}-${addDays(before, -1)}`;
  return (
    <Page
      title={words.title}
      remark={words.remark}
      extra={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button type="primary" icon={<DownloadOutlined />} loading={busy} onClick={() => void download(workbook, name)}>
            {words.workbook}
          </Button>
        </>
      }
    >
      <div className="filters" role="search">
        <Select
          aria-label={words.form}
          className="form-choice"
          value={form}
          options={kinds.options}
          popupMatchSelectWidth={false}
          onChange={(to) => set({ form: to })}
        />
        <PeriodChoice chosen={chosen} asked={values} set={set} />
        <SectionSelect label={words.section} value={values.section} onChange={(to) => set({ section: to })} />
        <Select
          aria-label={words.basis}
          value={basis}
          options={bases.options}
          popupMatchSelectWidth={false}
          onChange={(to) => set({ basis: to })}
        />
      </div>
      <Filled key={JSON.stringify(asked)} asked={asked} />
    </Page>
  );
}

/** The form as it is handed in. Another form begins anew: figures of one never stand under the heading of another. */
function Filled({ asked }: { asked: Asked }) {
  const words = useWords(reportFormWords);
  const bases = useTerms('ReportBasis');
  const sectionName = useSectionName();
  const { data, error, fetching, again } = useLiveQuery(filled, asked, counted);
  const found = data?.reportForm;
  return (
    <Standing fetching={fetching} error={error} again={again} rows={14}>
      {found && (
        <FormPaper
          form={found}
          told={[
            words.reporter(found.section ? sectionName(found.section) : words.bureau),
            words.stretch(found.from, addDays(found.to, -1)),
            words.basisOf(bases.term(found.basis)),
          ]}
        />
      )}
    </Standing>
  );
}
