/** Both numbers as text. */
export const numbersOf = ({ officialNumber, number }: { officialNumber: string | null; number: string }) => (officialNumber ? `${officialNumber} ${number}` : number);

/** The number that people say, where there is one, above the one that machines use. */
export function NumberOf({ of: { officialNumber, number } }: { of: { officialNumber: string | null; number: string } }) {
  return <>{officialNumber && <span className="number-said">{officialNumber}</span>} {number}</>;
}
