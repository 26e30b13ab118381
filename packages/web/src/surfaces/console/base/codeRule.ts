/** What the contract takes as a code; said beside the field as `code.rule`. */
export const CODE = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/;
