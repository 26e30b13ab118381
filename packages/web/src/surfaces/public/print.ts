/** Prints one part of the page alone (`.notice` or `.rules`); plain printing prints the whole page. */
export function printOnly(part: 'notice' | 'rules'): void {
  document.body.dataset['print'] = part;
  const restore = (): void => {
    delete document.body.dataset['print'];
    removeEventListener('afterprint', restore);
  };
  addEventListener('afterprint', restore);
  print();
}
