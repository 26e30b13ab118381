/** Text in the two languages of the interface. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}
