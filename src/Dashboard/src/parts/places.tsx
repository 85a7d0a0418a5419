import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons';
import { useWords } from '../app/language';
import { partWords } from './words';

// The map that phones here have; it is told an address when somebody goes there, and never before.
const map = 'https://uri.amap.com';

/** A link to an address on the map. */
export function AddressLink({ address }: { address: string }) {
  const words = useWords(partWords);
  return (
    <a
      className="place-link"
      href={`${map}/search?keyword=${encodeURIComponent(address)}&callnative=1`}
      target="_blank"
      rel="noopener noreferrer"
      title={words.onMap}
    >
      {address}{'\u00a0'}<EnvironmentOutlined aria-label={words.onMap} />
    </a>
  );
}

// A number with the signs that people write in it, up to a word or a comma.
const written = /\+?\d[\d\-() ]+\d/;

/** What a telephone calls for the first number that is written in a text: neither its extension nor the number behind it; null for none. */
export function calledBy(text: string) {
  const [run] = written.exec(text.normalize('NFKC')) ?? [];
  if (!run) return null;
  const sign = run.startsWith('+') ? '+' : '';
  let digits = '';
  for (const [group] of run.matchAll(/\d+/g)) {
    // With its country it has twelve digits or more, with an area code ten, on the move eleven, within a town seven.
    const whole = sign ? 12 : digits.startsWith('0') ? 10 : digits.startsWith('1') ? 11 : 7;
    if (digits.length >= whole) break;
    digits += group;
  }
  return sign + digits;
}

/** A telephone as it is written, with a link that calls the first number in it. */
export function TelephoneLink({ telephone }: { telephone: string }) {
  const words = useWords(partWords);
  const number = calledBy(telephone);
  if (!number) return telephone;
  return (
    <a className="place-link" href={`tel:${number}`} title={words.call}>
      {telephone}{'\u00a0'}<PhoneOutlined aria-label={words.call} />
    </a>
  );
}

/** A link to a place in degrees of WGS 84. */
export function PlaceLink({
  latitude,
  longitude,
  accuracyMetres,
}: {
  latitude: number;
  longitude: number;
  accuracyMetres?: number | null;
}) {
  const words = useWords(partWords);
  return (
    <a
      className="place-link"
      href={`${map}/marker?position=${longitude},${latitude}&coordinate=wgs84&callnative=1`}
      target="_blank"
      rel="noopener noreferrer"
      title={words.onMap}
    >
      {latitude.toFixed(5)}, {longitude.toFixed(5)}
      {accuracyMetres != null && ` ±${accuracyMetres} m`} <EnvironmentOutlined aria-label={words.onMap} />
    </a>
  );
}
