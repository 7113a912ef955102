# What it costs.
module campus.money

use campus.study

entity Account "Account":
  number: str(12) pk pattern="^[0-9]{6,12}$"
  name: str(80) required
  kind: enum[asset,income,expense]=expense

surface account_list "Accounts":
  uses entity Account
  mode: list

  section main "Accounts":
    field number "Number"
    field name "Name"
    field kind "Kind"

surface account_view "Account":
  uses entity Account
  mode: view

  section main "Account":
    field number "Number"
    field name "Name"
    field kind "Kind"

surface account_create "New account":
  uses entity Account
  mode: create

  section main "Account":
    field number "Number"
    field name "Name"
    field kind "Kind"

surface account_edit "Edit account":
  uses entity Account
  mode: edit

  section main "Account":
    field name "Name"
    field kind "Kind"

entity Fee "Fee":
  id: uuid pk
  name: str(80) required
  programme: ref Programme
  amount: decimal(10,2) required min=0
  is_yearly: bool = true

surface fee_list "Fees":
  uses entity Fee
  mode: list

  section main "Fees":
    field name "Name"
    field programme "Programme"
    field amount "Amount"
    field is_yearly "Is yearly"

surface fee_view "Fee":
  uses entity Fee
  mode: view

  section main "Fee":
    field name "Name"
    field programme "Programme"
    field amount "Amount"
    field is_yearly "Is yearly"

surface fee_create "New fee":
  uses entity Fee
  mode: create

  section main "Fee":
    field name "Name"
    field programme "Programme"
    field amount "Amount"
    field is_yearly "Is yearly"

surface fee_edit "Edit fee":
  uses entity Fee
  mode: edit

  section main "Fee":
    field name "Name"
    field programme "Programme"
    field amount "Amount"
    field is_yearly "Is yearly"

entity Invoice "Invoice":
  id: uuid pk
  number: str(12) required unique
  student: ref Student required
  issued: date = today
  due: date required
  status: enum[draft,sent,paid,cancelled]=draft
  total: decimal(10,2) = 0.00 min=0
  updated_at: datetime auto_update

surface invoice_list "Invoices":
  uses entity Invoice
  mode: list

  section main "Invoices":
    field number "Number"
    field student "Student"
    field issued "Issued"
    field due "Due"
    field status "Status"
    field total "Total"

surface invoice_view "Invoice":
  uses entity Invoice
  mode: view

  section main "Invoice":
    field number "Number"
    field student "Student"
    field issued "Issued"
    field due "Due"
    field status "Status"
    field total "Total"
    field updated_at "Updated at"

surface invoice_create "New invoice":
  uses entity Invoice
  mode: create

  section main "Invoice":
    field number "Number"
    field student "Student"
    field issued "Issued"
    field due "Due"
    field status "Status"
    field total "Total"

surface invoice_edit "Edit invoice":
  uses entity Invoice
  mode: edit

  section main "Invoice":
    field number "Number"
    field student "Student"
    field issued "Issued"
    field due "Due"
    field status "Status"
    field total "Total"

entity InvoiceLine "Invoice line":
  id: uuid pk
  invoice: ref Invoice required
  fee: ref Fee
  text: str(200) required
  amount: decimal(10,2) required

surface invoice_line_list "Invoice lines":
  uses entity InvoiceLine
  mode: list

  section main "Invoice lines":
    field invoice "Invoice"
    field fee "Fee"
    field text "Text"
    field amount "Amount"

surface invoice_line_view "Invoice line":
  uses entity InvoiceLine
  mode: view

  section main "Invoice line":
    field invoice "Invoice"
    field fee "Fee"
    field text "Text"
    field amount "Amount"

surface invoice_line_create "New invoice line":
  uses entity InvoiceLine
  mode: create

  section main "Invoice line":
    field invoice "Invoice"
    field fee "Fee"
    field text "Text"
    field amount "Amount"

surface invoice_line_edit "Edit invoice line":
  uses entity InvoiceLine
  mode: edit

  section main "Invoice line":
    field invoice "Invoice"
    field fee "Fee"
    field text "Text"
    field amount "Amount"

entity Payment "Payment":
  id: uuid pk
  invoice: ref Invoice required
  account: ref Account required
  amount: decimal(10,2) required min=0.01
  paid_at: datetime = now
  method: enum[transfer,card,cash]=transfer
  reference: str(80)

surface payment_list "Payments":
  uses entity Payment
  mode: list

  section main "Payments":
    field invoice "Invoice"
    field account "Account"
    field amount "Amount"
    field paid_at "Paid at"
    field method "Method"
    field reference "Reference"

surface payment_view "Payment":
  uses entity Payment
  mode: view

  section main "Payment":
    field invoice "Invoice"
    field account "Account"
    field amount "Amount"
    field paid_at "Paid at"
    field method "Method"
    field reference "Reference"

surface payment_create "New payment":
  uses entity Payment
  mode: create

  section main "Payment":
    field invoice "Invoice"
    field account "Account"
    field amount "Amount"
    field paid_at "Paid at"
    field method "Method"
    field reference "Reference"

surface payment_edit "Edit payment":
  uses entity Payment
  mode: edit

  section main "Payment":
    field invoice "Invoice"
    field account "Account"
    field amount "Amount"
    field paid_at "Paid at"
    field method "Method"
    field reference "Reference"

entity Scholarship "Scholarship":
  id: uuid pk
  name: str(120) required unique
  sponsor: str(120)
  monthly: decimal(8,2) required min=0
  students: many Student

surface scholarship_list "Scholarships":
  uses entity Scholarship
  mode: list

  section main "Scholarships":
    field name "Name"
    field sponsor "Sponsor"
    field monthly "Monthly"

surface scholarship_view "Scholarship":
  uses entity Scholarship
  mode: view

  section main "Scholarship":
    field name "Name"
    field sponsor "Sponsor"
    field monthly "Monthly"
    field students "Students"

surface scholarship_create "New scholarship":
  uses entity Scholarship
  mode: create

  section main "Scholarship":
    field name "Name"
    field sponsor "Sponsor"
    field monthly "Monthly"
    field students "Students"

surface scholarship_edit "Edit scholarship":
  uses entity Scholarship
  mode: edit

  section main "Scholarship":
    field name "Name"
    field sponsor "Sponsor"
    field monthly "Monthly"
    field students "Students"

entity Expense "Expense":
  id: uuid pk
  department: ref Department required
  employee: ref Employee
  account: ref Account required
  amount: decimal(10,2) required min=0
  spent_on: date = today
  receipt: url
  is_approved: bool

surface expense_list "Expenses":
  uses entity Expense
  mode: list

  section main "Expenses":
    field department "Department"
    field employee "Employee"
    field account "Account"
    field amount "Amount"
    field spent_on "Spent on"
    field receipt "Receipt"

surface expense_view "Expense":
  uses entity Expense
  mode: view

  section main "Expense":
    field department "Department"
    field employee "Employee"
    field account "Account"
    field amount "Amount"
    field spent_on "Spent on"
    field receipt "Receipt"
    field is_approved "Is approved"

surface expense_create "New expense":
  uses entity Expense
  mode: create

  section main "Expense":
    field department "Department"
    field employee "Employee"
    field account "Account"
    field amount "Amount"
    field spent_on "Spent on"
    field receipt "Receipt"
    field is_approved "Is approved"

surface expense_edit "Edit expense":
  uses entity Expense
  mode: edit

  section main "Expense":
    field department "Department"
    field employee "Employee"
    field account "Account"
    field amount "Amount"
    field spent_on "Spent on"
    field receipt "Receipt"
    field is_approved "Is approved"
