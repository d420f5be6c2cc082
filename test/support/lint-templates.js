/**
 * Checks the templates of `src/` with lit-analyzer: tags, attributes, properties, events, and the
 * types of what is bound to them.
 *
 * Its own command takes `nothing`, by which Lit leaves an attribute out, for a value of a wrong type.
 */
import lit from 'lit-analyzer';
import ts from 'typescript';

const rules = {
  // It knows the CSS of some years ago.
  'no-invalid-css': 'off',
};

const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
const shipped = fileNames.filter((path) => /^(\.\/)?src\//.test(path));
if (shipped.length === 0) throw new Error('tsconfig.json names no file of src/.');
const program = ts.createProgram(shipped, options);

const context = new lit.DefaultLitAnalyzerContext({ getProgram: () => program });
context.updateConfig(lit.makeConfig({ strict: true, rules }));
const analyzer = new lit.LitAnalyzer(context);

const faults = program
  .getSourceFiles()
  .filter(({ fileName }) => shipped.includes(fileName))
  .flatMap((file) => analyzer.getDiagnosticsInFile(file))
  .filter((fault) => !isNothingBound(fault));

for (const { file, location, message, source } of faults) {
  const { line } = file.getLineAndCharacterOfPosition(location.start);
  console.log(`${file.fileName}:${line + 1} ${message} (${source})`);
}
process.exitCode = faults.length > 0 ? 1 : 0;

function isNothingBound({ source, message }) {
  return source === 'no-incompatible-type-binding' && message.includes('Symbol(undefined)');
}
