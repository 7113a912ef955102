import { authorModel } from './author.js';
import { bookModel } from './book.js';

/** The model of each entity, by its name. */
export const models = {
  Author: authorModel,
  Book: bookModel,
};
