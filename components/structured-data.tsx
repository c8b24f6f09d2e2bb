/** What a page is about, for search engines: data in a script that no browser runs. */
export const StructuredData = ({ of }: { readonly of: object }) => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: without a `<` nothing in it can end the script.
    dangerouslySetInnerHTML={{ __html: JSON.stringify(of).replaceAll('<', '\\u003c') }}
  />
)
