export function plainPath(folder: string): string;
