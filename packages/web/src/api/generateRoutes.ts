import { writeFileSync } from 'node:fs';
import { endpoints, type Endpoint } from '@leitai/contract';

const FILE = new URL('./routes.generated.ts', import.meta.url);

/** The little of the endpoint table that the browser needs: schemas stay out of the bundle. */
export function routesText(): string {
  const lines = Object.entries(endpoints).map(([name, entry]) => {
    const endpoint: Endpoint = entry;
    return `  '${name}': ['${endpoint.method}', '${endpoint.path}'],`;
  });
  return `// Generated from the endpoint table by generateRoutes.ts; do not edit.\nexport const routes = {\n${lines.join('\n')}\n} as const;\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(FILE, routesText());
