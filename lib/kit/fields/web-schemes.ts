/** Schemes of a web address that a `url` takes, in small letters: those where a browser can go. Capitals do not matter. */
export const webSchemes = ['http', 'https', 'ftp', 'ftps'] as const;

/** The scheme of an address that was entered without one: `example.com` is taken for `https://example.com`. */
export const assumedScheme = 'https' satisfies (typeof webSchemes)[number];
