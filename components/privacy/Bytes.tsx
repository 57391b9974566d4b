/** Exact bytes, unchanged when they are copied; lines may break after a comma. */
export const Bytes = ({ text, name }: { readonly text: string; readonly name: string }) => (
  // biome-ignore lint/a11y/useSemanticElements: a section cannot be preformatted
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <pre class="bytes" tabIndex={0} role="group" aria-label={name}>
    {text.split(/(?<=,)/).map((part, i) => (
      <span key={i}>
        {part}
        <wbr />
      </span>
    ))}
  </pre>
);
