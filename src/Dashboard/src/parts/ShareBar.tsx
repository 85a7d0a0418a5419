/** How much of a whole there is, as a bar and in per cent. */
export function ShareBar({ label, percent }: { label: string; percent: number }) {
  return (
    <span className="share-bar">
      <progress aria-label={label} max={100} value={percent} />
      <span>{percent}%</span>
    </span>
  );
}
