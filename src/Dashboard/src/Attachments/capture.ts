/** When and where a photo was taken, as the API takes it: instants in ISO, degrees of WGS 84. */
export interface Capture {
  takenAt: string;
  clock: 'FILE' | 'DEVICE';
  latitude?: number;
  longitude?: number;
  accuracyMetres?: number;
}

type Place = Required<Pick<Capture, 'latitude' | 'longitude'>> & Pick<Capture, 'accuracyMetres'>;

const sixPlaces = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

// "2026:03:02 10:15:00", by the camera's clock; without its offset the camera is this device's, and its clock this one.
function instantOf(written: string | undefined, offset: string | undefined): string | undefined {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(written ?? '') ?? [];
  if (!time) return undefined;
  const at = new Date(`${year}-${month}-${day}T${time}${/^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : ''}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const reader = () => import('exifreader');

/** Loads what reads photos before there is one: it may be wanted where there is no network. */
export const readerAtHand = () => void reader().catch(() => undefined);

/** What a photo says of itself (EXIF), as far as it can be read: a picture without it, or of another make, says nothing. */
async function saidByFile(content: Blob): Promise<{ takenAt?: string; place?: Place }> {
  try {
    const { load } = await reader();
    const { exif, gps } = load(await content.arrayBuffer(), { expanded: true });
    const takenAt = instantOf(exif?.DateTimeOriginal?.description, exif?.OffsetTimeOriginal?.description);
    const [latitude, longitude] = [gps?.Latitude, gps?.Longitude];
    const place =
      Number.isFinite(latitude) && Number.isFinite(longitude)
        ? { latitude: sixPlaces(latitude!), longitude: sixPlaces(longitude!) }
        : undefined;
    return { ...(takenAt && { takenAt }), ...(place && { place }) };
  } catch (fault) {
    // A photo whose particulars cannot be read is a photo all the same; the device's clock speaks for it. So is one whose reader could not
    // be loaded, because the network went before it came.
    if ((fault as Error).name !== 'MetadataMissingError') console.warn('The particulars of a photo could not be read.', fault);
    return {};
  }
}

/** What the device says of a photo as it comes to it. */
export const heldNow = (file: File): Capture => ({ takenAt: new Date(file.lastModified).toISOString(), clock: 'DEVICE' });

/**
 * When and where a photo was taken: its own word where it has one, else the device's clock. The place is looked at only where the officer
 * has agreed; the file
 * itself is evidence and stays as the camera wrote it.
 */
export async function captureOf(file: File, withPlace: boolean): Promise<Capture> {
  const { takenAt, place } = await saidByFile(file);
  return {
    ...(takenAt ? { takenAt, clock: 'FILE' as const } : heldNow(file)),
    ...(withPlace && place),
  };
}

/** How long the device may take to say where it is, in milliseconds, also while somebody leaves its question unanswered. */
const longestLooking = 15_000;

/** Where the device is now; asked for only when somebody has agreed. Null where it does not say so. */
export const placeOfDevice = () =>
  new Promise<Place | null>((done) => {
    setTimeout(done, longestLooking, null);
    if (!('geolocation' in navigator)) done(null);
    else
      navigator.geolocation.getCurrentPosition(
        ({ coords }) =>
          done({
            latitude: sixPlaces(coords.latitude),
            longitude: sixPlaces(coords.longitude),
            accuracyMetres: Math.round(coords.accuracy),
          }),
        () => done(null),
        { enableHighAccuracy: true, timeout: longestLooking, maximumAge: 60_000 },
      );
  });
