import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { faultOf } from '../app/api';
import { graphql } from '../app/graphql';
import { useWords } from '../app/language';
import { frameWords } from '../app/words';
import { ScanCode } from './ScanCode';
import { namedBy } from './licenceCode';
import { licenceWords } from './words';

const scanned = graphql(`
  query ScannedLicence($creditCode: String!, $licence: String!, $hasCode: Boolean!, $hasLicence: Boolean!) {
    enterprise(creditCode: $creditCode) @include(if: $hasCode) { id creditCode name }
    licence(number: $licence) @include(if: $hasLicence) { id productClasses { id code } enterprise { id creditCode name } }
  }
`);

/** An enterprise that was found, with the class of the licence by which it was. */
export interface FoundEnterprise {
  creditCode: string;
  name: string;
  productClass?: string | undefined;
}

/** Finds an enterprise by the code on its licence or business licence: scanned, from a photo, or typed. */
export function ScanLicence({
  onFound,
  onClose,
}: {
  onFound: (enterprise: FoundEnterprise) => void;
  onClose: () => void;
}) {
  const words = useWords(licenceWords);
  const frame = useWords(frameWords);
  const client = useClient();
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState('');
  // A code that is read again while its enterprise is looked for is the same.
  const read = useCallback((code: string) => {
    setRefused('');
    setText(code);
  }, []);
  useEffect(() => {
    if (text === null) return;
    const { creditCode = '', licence = '' } = namedBy(text);
    const look = async () => {
      if (!creditCode && !licence) return setRefused(words.namesNothing);
      const named = { creditCode, licence, hasCode: creditCode !== '', hasLicence: licence !== '' };
      const { data, error } = await client.query(scanned, named).toPromise();
      const found = data?.licence?.enterprise ?? data?.enterprise;
      if (found) onFound({ ...found, productClass: data?.licence?.productClasses[0]?.code });
      else setRefused(error ? faultOf(error, frame) : words.notRegistered);
    };
    void look().finally(() => setText(null));
  }, [text, client, words, frame, onFound]);
  return <ScanCode title={words.scan} label={words.scanLabel} hint={words.scanHint} refused={refused} onRead={read} onClose={onClose} />;
}
