/** The folder the user typed the command in: npm moves to the package's own folder first. */
export const fromCaller = (): string => process.env['INIT_CWD'] ?? process.cwd();
