/** A name that changed between two versions of a spec; `entity` is the (new) owner of a renamed field. */
export interface Rename {
  readonly kind: 'entity' | 'field' | 'surface';
  readonly from: string;
  readonly to: string;
  readonly entity?: string;
}
