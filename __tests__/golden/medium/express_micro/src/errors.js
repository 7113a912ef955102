import { isInvalid } from './records/errors.js';

/** An error with an HTTP status and a text for the visitor. */
export class HttpError extends Error {
  constructor(status, title, message) {
    super(message);
    this.status = status;
    this.title = title;
  }
}

const texts = {
  400: ['Bad request', 'The request could not be understood.'],
  403: ['Not allowed', 'You are not allowed to see this page.'],
  404: ['Not found', 'This page does not exist, or not any more.'],
  413: ['Too large', 'What was sent is too large.'],
  500: ['Something went wrong', 'The page could not be shown. The problem has been logged.'],
};

/** Answers a request that no route took. */
export function notFound(req, res) {
  const [title, message] = texts[404];
  res.status(404).render('error', { title, message });
}

/** Answers a request that failed; the details go to the log, never to the visitor. */
export function renderError(error, req, res, next) {
  if (res.headersSent) return next(error);
  const status = error.status ?? error.statusCode ?? (isInvalid(error) ? 400 : 500);
  if (status >= 500) req.log.error(error);
  if (error.code === 'EBADCSRFTOKEN') {
    return res.status(403).render('error', {
      title: 'This form has expired',
      message: 'Nothing was saved. Go back, reload the page and send the form again.',
    });
  }
  const [title, message] =
    error instanceof HttpError
      ? [error.title, error.message]
      : (texts[status] ?? texts[status < 500 ? 400 : 500]);
  res.status(status).render('error', { title, message });
}
