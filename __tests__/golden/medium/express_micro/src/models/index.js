import { memberModel } from './member.js';
import { loanModel } from './loan.js';
import { reviewModel } from './review.js';
import { personModel } from './person.js';
import { subjectModel } from './subject.js';
import { classRecordModel } from './class.js';
import { bookModel } from './book.js';
import { copyModel } from './copy.js';

/** The model of each entity, by its name. */
export const models = {
  Member: memberModel,
  Loan: loanModel,
  Review: reviewModel,
  Person: personModel,
  Subject: subjectModel,
  Class: classRecordModel,
  Book: bookModel,
  Copy: copyModel,
};
