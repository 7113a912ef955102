/**
 * What browsers and the pages of an application say to each other: names of query parameters and of inputs,
 * and the values that have a meaning. A field of the spec may have one of these names: filters have theirs in
 * `ListFilter.parameter`, and a backend gives the field another name where its input would be taken for these.
 */
export const pageProtocol = {
  /** Parameters in the address of a list or of an experience. */
  query: {
    /** The text that a list looks for, sent by its search box; case does not matter. Empty, it looks for all. */
    search: 'q',
    /**
     * What a list is sorted by, sent by the headings of its columns: a `SortOption.parameter`, with `-` before
     * it for descending. Anything else sorts by the list's own order.
     */
    sort: 'sort',
    /**
     * Which page of a list is shown, counted from 1, sent by the links at its foot. A number below 1, and what
     * is none, is the first page; a number above the last page is the last. Links to sort the list leave it out.
     */
    page: 'page',
    /**
     * The record with which an experience starts, as `<entity>:<key>` with the key as it is (`Ticket:3`), sent
     * by links that lead there from the record's page. The start passes its whole query on to the first step,
     * which begins a new run with the record and leads to its own address without the query. A key that no
     * record has is no error: a step that needs the record asks for one.
     */
    record: 'record',
  },
  /** Inputs of forms that are sent by POST, besides those of the fields. */
  form: {
    /**
     * The button that was pressed, sent by the submit buttons of a surface: the name of the action. It decides
     * where the form leads once it is saved, or which service is said not to be connected. Save sends none.
     */
    action: '_action',
    /**
     * The record that a person chose in a step of an experience: its key, sent by the buttons of a list's rows
     * or by the select of the page that asks for a record. The run remembers it and goes on (from a list), or
     * shows the step again (with the record that it asked for).
     */
    choose: '_choose',
    /** The next step, please: sent as `pressed` by the button of a step that shows a list or a record. */
    continue: '_continue',
    /**
     * The run is to end: sent as `pressed` by a button of each step; it comes before everything else in the
     * form, whose inputs are not looked at. Leads to the step's `cancel`, or ends the run and leads home.
     */
    cancel: '_cancel',
    /** How a step went that happens elsewhere: one of `outcomes`, sent by its two buttons. */
    outcome: '_outcome',
  },
  /** The value of a button whose name says everything; who reads it looks only whether the name was sent. */
  pressed: 'yes',
  /** Values of `form.outcome`. `failure` leads to the step's `failure` where it has one; else it is as `success`. */
  outcomes: { success: 'success', failure: 'failure' },
} as const;
