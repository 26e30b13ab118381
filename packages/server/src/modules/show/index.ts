import type { FastifyInstance } from 'fastify';
import type { Bus } from '../../platform/bus/bus.ts';
import type { Identity } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { liveGateway } from '../../platform/sockets/gateway.ts';
import type { Material } from './config.ts';
import { livePath } from './live.ts';
import { showRoutes, type TicketPath } from './routes.ts';
import { Shows } from './shows.ts';

export type { Material } from './config.ts';
export type { ShowMaterial } from './firstConfig.ts';
export type { TicketPath } from './routes.ts';

export interface ShowPorts {
  readonly bus: Bus;
  readonly material: Material;
  readonly ticketPath: TicketPath;
}

/** The live shows of this process. `attach` opens the sockets and lets running shows go on once the house is ready. */
export function showModule(platform: Platform, { bus, material, ticketPath }: ShowPorts) {
  const shows = new Shows(platform, bus, material);
  return {
    routes: showRoutes(platform, shows, ticketPath),
    attach(app: FastifyInstance, identity: Identity): void {
      liveGateway(app, livePath(platform, identity, shows));
      app.addHook('onReady', () => shows.resume());
      app.addHook('onClose', async () => shows.stop());
    },
  };
}
