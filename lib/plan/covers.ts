/** Claims that a path is the one that was named, or lies below it; both POSIX, relative to the project. */
export function covers(named: string, path: string): boolean {
  return path === named || path.startsWith(`${named.replace(/\/$/, '')}/`);
}
