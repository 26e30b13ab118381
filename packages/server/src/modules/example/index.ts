export { importBank } from './importBank.ts';
export { FolderFault } from './readFiles.ts';
export { readShowMaterial } from './readFolder.ts';
export { importSeasonFolder, type Loaded } from './importSeasonFolder.ts';
export type { ShowMaterial } from './shapes.ts';
