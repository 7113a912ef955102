/** Tells that the service behind a button is not connected; `labels` has those buttons by their names. */
export function tellNotConnected(req, labels) {
  const label = Object.hasOwn(labels, req.body?._action ?? '') ? labels[req.body._action] : null;
  if (label) req.flash('info', `“${label}” is not connected to a service yet.`);
}
