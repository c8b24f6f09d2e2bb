type Props = { readonly fields: Readonly<Record<string, string>> }

/** What was typed, on its way to the door. The language is that of the page. */
export const KeptFields = ({ fields }: Props) =>
  Object.entries(fields)
    .filter(([name]) => name !== 'locale' && name !== 'draft')
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
