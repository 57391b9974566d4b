/** What the bytes of a row hold in short: the numbers of an event, the kind of an error. */
export function fieldsOf(body: string | null): string {
  if (body === null) return '';
  try {
    return body.includes('\n') ? errorFields(body) : eventFields(body);
  } catch {
    return ''; // bytes that are no JSON are shown whole below, which is all there is to say
  }
}

function eventFields(body: string): string {
  const { properties } = JSON.parse(body) as { properties: Record<string, unknown> };
  return Object.entries(properties)
    .filter(([name]) => name.endsWith('_id'))
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');
}

/** An envelope has a line for itself, one for its item, and one for the report. */
function errorFields(body: string): string {
  const report = JSON.parse(body.split('\n')[2] ?? '') as {
    exception?: { values?: readonly { readonly type?: string; readonly value?: string }[] };
  };
  return (report.exception?.values ?? []).map(({ type, value }) => `${type}: ${value}`).join(', ');
}
