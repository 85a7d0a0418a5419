export function inWords(name: string): string;
