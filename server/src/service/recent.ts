export { Recent } from '../text/recent';
