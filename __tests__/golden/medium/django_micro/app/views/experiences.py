"""The steps of each experience."""

from .copy import CopyCreateView
from .loan import LoanCreateView, LoanListView
from .member import MemberCreateView
from .steps import FormStepMixin, ListStepMixin, StartView

FIRST_LOAN_STEPS = {
    "member": "New member",
    "book": "New copy",
    "loan": "New loan",
    "loans": "Loans",
}


class FirstLoanStart(StartView):
    """Begins “First loan”."""

    experience = "first_loan"
    pattern_name = "experience-first_loan-member"


class FirstLoanMemberStep(FormStepMixin, MemberCreateView):
    """New member."""

    experience = "first_loan"
    step = "member"
    steps = FIRST_LOAN_STEPS
    title = "New member"
    entity = "Member"
    success = "experience-first_loan-book"
    cancel = "experience-first_loan-loans"
    page_template = "app/member_create.html"


class FirstLoanBookStep(FormStepMixin, CopyCreateView):
    """New copy."""

    experience = "first_loan"
    step = "book"
    steps = FIRST_LOAN_STEPS
    title = "New copy"
    entity = "Copy"
    success = "experience-first_loan-loan"
    page_template = "app/copy_create.html"


class FirstLoanLoanStep(FormStepMixin, LoanCreateView):
    """New loan."""

    experience = "first_loan"
    step = "loan"
    steps = FIRST_LOAN_STEPS
    title = "New loan"
    entity = "Loan"
    prefills = {"copy": "Copy", "member": "Member"}
    success = "experience-first_loan-loans"
    failure = "experience-first_loan-book"
    page_template = "app/loan_create.html"


class FirstLoanLoansStep(ListStepMixin, LoanListView):
    """Loans."""

    experience = "first_loan"
    step = "loans"
    steps = FIRST_LOAN_STEPS
    title = "Loans"
    entity = "Loan"
    page_template = "app/loan_list.html"
