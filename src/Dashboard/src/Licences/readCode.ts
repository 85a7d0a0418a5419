interface Detector {
  detect: (source: ImageBitmapSource) => Promise<{ rawValue: string }[]>;
}

declare global {
  // Chromium on phones has it; the type library does not know it yet.
  interface Window {
    BarcodeDetector?: { new (): Detector; getSupportedFormats: () => Promise<string[]> };
  }
}

const canvas = () => document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

async function ownDetector(): Promise<Detector | null> {
  const known = await window.BarcodeDetector?.getSupportedFormats().catch((): string[] => []);
  return known?.includes('qr_code') ? new window.BarcodeDetector!() : null;
}

/**
 * What reads the text of a code in a video's present picture or in a photo: the browser where it can, else a library, which is loaded then.
 */
export async function codeReader(): Promise<(source: HTMLVideoElement | ImageBitmap) => Promise<string | null>> {
  const detector = await ownDetector();
  if (detector) return async (source) => (await detector.detect(source))[0]?.rawValue ?? null;
  const { decodeCode } = await import('./decodeCode');
  const context = canvas();
  return async (source) => {
    const [width, height] = source instanceof HTMLVideoElement ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
    if (width === 0 || height === 0) return null;
    // A code that fills a part of the picture is read as well at this size, and much sooner.
    const scale = Math.min(1, 1000 / Math.max(width, height));
    context.canvas.width = Math.round(width * scale);
    context.canvas.height = Math.round(height * scale);
    context.drawImage(source, 0, 0, context.canvas.width, context.canvas.height);
    return decodeCode(context.getImageData(0, 0, context.canvas.width, context.canvas.height));
  };
}
