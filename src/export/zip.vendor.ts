export { downloadZip } from 'client-zip';
