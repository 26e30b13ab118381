import type { FastifyInstance } from 'fastify';
import type { Bus } from '../../platform/bus/bus.ts';
import type { Identity } from '../../platform/http/handler.ts';
import type { Platform } from '../../platform/platform.ts';
import { liveGateway } from '../../platform/sockets/gateway.ts';
import { afterShowRoutes } from './afterShow.ts';
import { livePath } from './live.ts';
import { showRoutes } from './routes.ts';
import { Shows } from './shows.ts';

export { mediaUse } from './mediaOf.ts';

export interface ShowPorts {
  readonly bus: Bus;
  /** Holds `shows/PRESET.yaml`: the questions that come with a preset. */
  readonly folder: URL;
}

/** The live shows of this process. `attach` opens the sockets and lets running shows go on once the house is ready. */
export function showModule(platform: Platform, { bus, folder }: ShowPorts) {
  const shows = new Shows(platform, bus, folder);
  return {
    routes: { ...showRoutes(platform, shows), ...afterShowRoutes(platform, shows) },
    attach(app: FastifyInstance, identity: Identity): void {
      liveGateway(app, livePath(platform, identity, shows));
      app.addHook('onReady', () => shows.resume());
      app.addHook('onClose', async () => shows.stop());
    },
  };
}
