/** Words that Python's grammar keeps for itself (`keyword.kwlist` of 3.10 to 3.14). */
export const pythonKeywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/**
 * Names that a field's attribute may not have, because it would hide them: attributes of every Django 5.2 or
 * 6.0 model (`dir(models.Model)` and what its metaclass adds), arguments that its constructor takes besides
 * fields, and names that generated class bodies use.
 */
export const modelAttributes: ReadonlySet<string> = new Set(
  (
    'DoesNotExist MultipleObjectsReturned NotUpdated Meta objects label_field explain settle_empty_values pk self adelete arefresh_from_db asave check clean ' +
    'clean_fields date_error_message delete from_db full_clean get_constraints get_deferred_fields ' +
    'prepare_database_save refresh_from_db save save_base serializable_value unique_error_message ' +
    'validate_constraints validate_unique models uuid4 now localdate current_time parse_date parse_time parse_datetime ' +
    'partial json Decimal UUID BaseModel UrlField ExactDecimalField PatternValidator MinValueValidator MaxValueValidator MinLengthValidator ' +
    'MaxLengthValidator RegexValidator'
  ).split(' '),
);

/** Names that a model may not have: it would hide a class of the generated modules or of Python itself. */
export const classNames: ReadonlySet<string> = new Set(
  (
    'Meta Model BaseModel UrlField ExactDecimalField PatternValidator Decimal UUID MinValueValidator MaxValueValidator MinLengthValidator ' +
    'MaxLengthValidator RegexValidator RecordAdmin RecordForm FilterForm RecordListView RecordDetailView RecordCreateView ' +
    'RecordUpdateView RecordDeleteView Prefetch Dependent DateInput DateTimeInput TimeInput JsonField LocalDateTimeField YesNoSelect ' +
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError ' +
    'BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ' +
    'ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ' +
    'ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ' +
    'ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError ' +
    'KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented ' +
    'NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError ' +
    'RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration ' +
    'SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError ' +
    'UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError ' +
    'Warning ZeroDivisionError'
  ).split(' '),
);
