const KEY = 'leitai.address';

/** No phone reaches such an address: it means the very machine it is opened on. */
export const onlyHere = (address: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
const isNumber = (address: string): boolean => /^https?:\/\/\d+(\.\d+){3}(:|$)/.test(address);

export interface KnownAddresses {
  /** Of the page itself. */
  readonly origin: string;
  /** What was typed on this computer before, perhaps in another hall. */
  readonly typed: string | null;
  /** What the house itself says; empty when it does not know. */
  readonly addresses: readonly string[];
}

/** Where phones reach the house: what the page was opened by, unless that is this computer's own name for itself. */
export function houseAddress({ origin, typed, addresses }: KnownAddresses): string {
  if (!onlyHere(origin)) return origin;
  const [first = origin] = addresses;
  // A number of last week's network leads nowhere today.
  const isOld = (number: string): boolean =>
    isNumber(number) && addresses.length > 0 && !addresses.includes(number);
  return !typed || onlyHere(typed) || isOld(typed) ? first : typed;
}

export function typedAddress(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function keepAddress(address: string): void {
  try {
    localStorage.setItem(KEY, address);
  } catch {
    // Kept for this page only.
  }
}
