import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { inRoot } from './bootstrap/paths.mjs';

/** Runs the door as if Node had that version. */
function enterWith(version, ...args) {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  return spawnSync(process.execPath, ['--import', pretend, 'scripts/run.cjs', ...args], {
    cwd: inRoot(),
    encoding: 'utf8',
  });
}

test.each(['0.12.18', '16.20.2', '20.18.9'])('Node %s is told in one sentence which version is needed', (version) => {
  const { status, stderr, stdout } = enterWith(version, 'start', '--help');
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('needs Node.js 20.19.0 or newer');
  expect(stderr).toContain(version);
});

test.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('Node %s goes on to the script with its options', (version) => {
  const { status, stdout } = enterWith(version, 'start', '--help');
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: npm start');
});

test('the door has no syntax that an old Node cannot read', () => {
  const file = ts.createSourceFile(
    'run.cjs',
    readFileSync(inRoot('scripts/run.cjs'), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const { SyntaxKind } = ts;
  const young = [
    SyntaxKind.ArrowFunction,
    SyntaxKind.TemplateExpression,
    SyntaxKind.NoSubstitutionTemplateLiteral,
    SyntaxKind.ImportKeyword,
  ];
  const found = [];
  const visit = (node) => {
    const isLetOrConst = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0;
    if (young.includes(node.kind) || isLetOrConst) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  expect(found).toEqual([]);
});
