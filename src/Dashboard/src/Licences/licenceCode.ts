/** What a code on a licence, a certificate or a business licence names. */
export interface Named {
  creditCode?: string;
  licence?: string;
}

// GB 32100: eighteen characters without I, O, Z, S and V. Business licences carry an address that holds it.
const creditCode = /(?<![0-9A-Z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Z])/;
// As LicenceNumber has them: production licences, food production licences of now and before, certificates.
const licence = /(?:[(（]?[\u4e00-\u9fa5][)）]?)?XK\d{2}-?\d{3}-?\d{5}(?!\d)|SC\d{14}(?!\d)|QS\d{12}(?!\d)|(?<!\d)20\d{14}(?![0-9A-Z])/;

/**
 * What is named by a code that was scanned or typed, whether as it is or within an address; nothing where it names neither enterprise nor
 * licence.
 */
export function namedBy(scanned: string): Named {
  let text = scanned;
  try {
    text = decodeURIComponent(scanned);
  } catch {
    // A per cent sign that encodes nothing is only that.
  }
  const upper = text.normalize('NFKC').toUpperCase();
  const [found] = licence.exec(upper) ?? [];
  const [code] = creditCode.exec(upper) ?? [];
  // An address may hold both: what looks like a licence's number there may be the instant at which it was made.
  return { ...(found && { licence: found }), ...(code && { creditCode: code }) };
}
