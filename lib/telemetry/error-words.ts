/** The types an error report can have; any other is called `Error`. A name can be set to anything by who throws. */
export const errorTypes: readonly string[] = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AbortError',
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'InvalidAccessError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'QuotaExceededError',
  'ReadOnlyError',
  'SecurityError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'VersionError',
  'BulkError',
  'DatabaseClosedError',
  'InternalError',
  'MissingAPIError',
  'NewerSchema',
  'OpenFailedError',
  'PrematureCommitError',
  'ValiError',
];

/**
 * Whole messages, our own and those of the two engines, where `*` stands for what is not sent. A message that fits none
 * of them is replaced as a whole.
 */
export const errorMessages: readonly string[] = [
  'no answer in time',
  'the database has no header',
  'the database lost its header while the second copy followed it',
  'the database lost its header while it was read',
  'the second copy lost its header while it was read',
  'a copy can only be rebuilt from a database',
  'no handler for *',
  "Cannot read properties of undefined (reading '*')",
  "Cannot read properties of null (reading '*')",
  "Cannot set properties of undefined (setting '*')",
  "Cannot set properties of null (setting '*')",
  'Cannot convert undefined or null to object',
  'Cannot access * before initialization',
  "can't access property *, * is undefined",
  "can't access property *, * is null",
  "can't access lexical declaration * before initialization",
  '* is not a function',
  '* is not iterable',
  '* is not a constructor',
  '* is not defined',
  '* is undefined',
  '* is null',
  'Maximum call stack size exceeded',
  'too much recursion',
  'Invalid time value',
  'invalid date',
  'Invalid array length',
  'Unexpected token *',
  'Unexpected end of JSON input',
  'JSON.parse: *',
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Extension context invalidated.',
  'Could not establish connection. Receiving end does not exist.',
  'The message port closed before a response was received.',
  'The database connection is closing.',
  'Internal error opening backing store for indexedDB.open.',
  'Encountered full disk while opening backing store for indexedDB.open.',
  'A mutation operation was attempted on a database that did not allow mutations.',
  'Quota exceeded.',
  'QuotaExceededError *',
  'Resource::kQuotaBytes quota exceeded',
  'An unexpected error occurred',
];

/** What a message that fits nothing is replaced by. */
export const UNKNOWN_MESSAGE = '*';

const patterns = errorMessages.map((message) => ({
  message,
  pattern: new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '[^]{1,500}')}$`),
}));

export const typeOf = (name: unknown): string => errorTypes.find((known) => known === name) ?? 'Error';

/** The message with everything replaced that is not in the list above. */
export function scrub(message: unknown): string {
  if (typeof message !== 'string' || message.length > 1000) return UNKNOWN_MESSAGE;
  return patterns.find(({ pattern }) => pattern.test(message))?.message ?? UNKNOWN_MESSAGE;
}
