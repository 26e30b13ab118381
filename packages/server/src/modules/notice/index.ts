export { holidayYears } from './holidays.ts';
export { noticeRoutes } from './routes.ts';
