/** Puts the page and the files of the script tag into site/, and into the page the hash of each file. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';

const cdn = 'node_modules/billing-elements/dist/cdn';
const address = '/billing-elements/';

cpSync('page', 'site', { recursive: true });
cpSync(cdn, `site${address}`, { recursive: true });

const { integrity } = JSON.parse(readFileSync(`${cdn}/import-map.json`, 'utf8'));
const hashes = Object.entries(integrity).map(([file, hash]) => [file.replace('./', address), hash]);
const importMap = JSON.stringify({ integrity: Object.fromEntries(hashes) });
const mapHash = `sha384-${createHash('sha384').update(importMap).digest('base64')}`;

writeFileSync(
  'site/index.html',
  readFileSync('page/index.html', 'utf8')
    .replace('<!-- import map -->', `<script type="importmap">${importMap}</script>`)
    .replace('$IMPORT_MAP_HASH', mapHash)
    .replace('$ENTRY_HASH', integrity['./billing-elements.js']),
);
