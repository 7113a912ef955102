/** Keeps messages in the session until a page has shown them: `req.flash('success', 'Saved.')`. */
export function flashMessages(req, res, next) {
  req.flash = (level, text) => {
    req.session.messages = [...(req.session.messages ?? []), { level, text }];
  };
  const render = res.render.bind(res);
  res.render = (...parameters) => {
    res.locals.messages = req.session?.messages ?? [];
    if (req.session?.messages) delete req.session.messages;
    return render(...parameters);
  };
  next();
}
