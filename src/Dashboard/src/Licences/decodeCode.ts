import {
  BinaryBitmap,
  ChecksumException,
  Code128Reader,
  Code39Reader,
  DataMatrixReader,
  DecodeHintType,
  FormatException,
  HybridBinarizer,
  NotFoundException,
  QRCodeReader,
  ReedSolomonException,
  RGBLuminanceSource,
} from '@zxing/library';

/** A picture as a canvas gives it: four bytes a point. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

// What licences and certificates carry.
const readers = [new QRCodeReader(), new DataMatrixReader(), new Code128Reader(), new Code39Reader()];
const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

// The library says by a fault that it found nothing; half a code is nothing too.
const nothing = [NotFoundException, ChecksumException, FormatException, ReedSolomonException];

/**
 * The text of a code (QR, Code 128 and their like) in a picture, or null where there is none; for browsers that read no codes themselves.
 */
export function decodeCode({ data, width, height }: Pixels): string | null {
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at++) grey[at] = (data[at * 4]! * 2 + data[at * 4 + 1]! * 5 + data[at * 4 + 2]!) / 8;
  for (const reader of readers) {
    try {
      return reader.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height))), hints).getText();
    } catch (fault) {
      if (!nothing.some((kind) => fault instanceof kind)) throw fault;
    }
  }
  return null;
}
