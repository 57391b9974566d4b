/** As much of it as the tests use: it brings no types. */
declare module 'addons-linter' {
  interface Finding {
    readonly code: string;
    readonly message: string;
    readonly file?: string;
  }
  interface Linter {
    run(): Promise<{ readonly errors: readonly Finding[]; readonly warnings: readonly Finding[] }>;
  }
  const linter: { createInstance(options: { config: object; runAsBinary: boolean }): Linter };
  export default linter;
}
