import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { StartFault } from '../platform/fault.ts';

const ANY = new Set(['0.0.0.0', '::']);

/** A host a browser on this machine can use. */
export function browserHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

/** Where other machines reach what listens here, `http://address:port`; none when it listens on one address only. */
export function lanAddresses(host: string, port: number): string[] {
  if (!ANY.has(host)) return [];
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => `http://${entry.address}:${port}`);
}

/** Refuses early, before anything is started, when the port cannot be had. */
export async function probePort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw portFault(error, host, port);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

export function portFault(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new StartFault('portTaken', { host, port });
  if (code === 'EACCES') return new StartFault('portForbidden', { port });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StartFault('hostUnknown', { host });
  }
  return error;
}
