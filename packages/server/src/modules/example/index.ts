export { FolderFault } from './readFiles.ts';
export { readShowMaterial } from './readFolder.ts';
export { loadExample, loadExample as importSeasonFolder, type Loaded } from './loadExample.ts';
export type { ShowMaterial } from './shapes.ts';
