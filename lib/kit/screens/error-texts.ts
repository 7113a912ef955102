/** The title and the text of an error page. */
export interface ErrorText {
  readonly title: string;
  readonly text: string;
}

/**
 * The texts of the error pages. The numeric keys are HTTP statuses: a backend writes the page of each that its application
 * can answer with, `errorTexts[404]`; for a status without a text, the application shows that of 400 where it is below 500,
 * else that of 500. `expired` is no status: it is the text of the page with status 403 where the only reason is that the
 * form's CSRF token is not valid any more. Of the keys as texts, `Object.keys(errorTexts)`, it is the only one that is no number.
 */
export const errorTexts = {
  400: { title: 'Bad request', text: 'The request could not be understood.' },
  403: { title: 'Not allowed', text: 'You are not allowed to see this page.' },
  404: { title: 'Not found', text: 'This page does not exist, or not any more.' },
  413: { title: 'Too large', text: 'What was sent is too large.' },
  429: { title: 'Too many attempts', text: 'Try again in a few minutes.' },
  500: {
    title: 'Something went wrong',
    text: 'The page could not be shown. The problem has been logged.',
  },
  expired: {
    title: 'This form has expired',
    text: 'Nothing was saved. Go back, reload the page and send the form again.',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
