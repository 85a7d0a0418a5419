export function inWords(name: string): string;
export function commandInWords(name: string): string;
