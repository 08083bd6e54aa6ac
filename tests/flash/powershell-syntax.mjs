// Says "sound" when a script has no syntax error, else where the first one is: node powershell-syntax.mjs FOLDER FILE
// FOLDER: where npm has installed tree-sitter-powershell and web-tree-sitter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
const modules = join(folder, 'node_modules');
const { Parser, Language } = await import(pathToFileURL(join(modules, 'web-tree-sitter', 'web-tree-sitter.js')).href);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(join(modules, 'tree-sitter-powershell', 'tree-sitter-powershell.wasm')));

const wrong = (node) => node.isError || node.isMissing ? node
  : node.children.map(wrong).find((found) => found) ?? null;
const first = wrong(parser.parse(readFileSync(file, 'utf8')).rootNode);
console.log(first ? `line ${first.startPosition.row + 1}: ${first.type}` : 'sound');
