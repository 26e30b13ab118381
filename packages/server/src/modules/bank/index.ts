export { bankRoutes } from './routes.ts';
export { publishBank, type NewBank } from './publishBank.ts';
export { bankPaths, readBanks, readBankTitles } from './store.ts';
