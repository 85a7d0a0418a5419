import { Empty } from 'antd';
import { useWords } from '../app/language';
import { useTerms } from '../parts/Term';
import { FormTable, type Form } from './FormTable';
import { reportFormWords } from './words';

/** A form as it is handed in: its title, what it tells of, the table, and who signs, which is printed alone. */
export function FormPaper({ form, told }: { form: Form; told: string[] }) {
  const words = useWords(reportFormWords);
  const kinds = useTerms('ReportFormKind');
  const isFilled = form.rows.length > 1 || form.rowsOf === 'PRODUCT_CLASSES';
  return (
    <section className="form-paper">
      <h2>{kinds.term(form.kind)}</h2>
      <p className="form-scope">
        {told.map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
      {isFilled ? <FormTable form={form} /> : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.noCases} />}
      <p className="form-sign">
        {words.sign.map((who) => (
          <span key={who}>{who}</span>
        ))}
      </p>
    </section>
  );
}
