import { endpoints, type Endpoint } from '@leitai/contract';

const patterns = Object.values<Endpoint>(endpoints).map(({ method, path }) => ({
  method,
  parts: path.split('/'),
}));

/** Methods that the contract has for an address, whatever its parameters; none where there is no such address. */
export function methodsAt(url: string): string[] {
  const parts = url.split('?')[0]!.split('/');
  const fits = patterns.filter(
    (pattern) =>
      pattern.parts.length === parts.length &&
      pattern.parts.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i])),
  );
  return [
    ...new Set(fits.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
  ].toSorted();
}
