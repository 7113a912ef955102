/** Leads `/tickets` to `/tickets/`: every page's address ends in a slash. */
export function addSlash(req, res, next) {
  if (!['GET', 'HEAD'].includes(req.method) || req.path.endsWith('/')) return next();
  const query = req.originalUrl.slice(req.originalUrl.split('?')[0].length);
  res.redirect(301, `/${req.path.replace(/^[/\\]+/, '')}/${query}`);
}
