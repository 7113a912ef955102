/** The title and the text of an error page. */
export interface ErrorText {
  readonly title: string;
  readonly text: string;
}

/** The texts of the error pages, by HTTP status; `expired`: the form's CSRF token is not valid any more. */
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
