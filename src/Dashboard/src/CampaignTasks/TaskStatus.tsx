import { Term } from '../parts/Term';

/** Where a task stands, and in words that it is late. */
export function TaskStatus({ of, late }: { of: { status: string; isLate: boolean }; late: string }) {
  return (
    <>
      <Term of="CampaignTaskStatus" value={of.status} />
      {of.isLate && <span className="bad"> {late}</span>}
    </>
  );
}
