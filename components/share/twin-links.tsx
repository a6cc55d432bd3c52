import type { Twin } from '../../lib/address/set';

/** The address of a page in each form for programs. */
export type Forms = Record<Twin, string>;

/** Says where a page stands in the forms that programs read. */
export function TwinLinks({ forms }: { forms: Forms }) {
  return (
    <>
      The same as <a href={forms.md}>Markdown</a>, <a href={forms.json}>JSON</a>, <a href={forms.csv}>CSV</a>.
    </>
  );
}
