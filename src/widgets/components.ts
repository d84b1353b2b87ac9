/** What loads each widget's component, by id: for pages that show widgets without being drawn by the server first. */
export { components } from 'virtual:widgets';
