import ts from 'typescript';

/** Attributes of elements and properties of objects whose text people see or hear. */
const SEEN = new Set([
  ...['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
  ...['description', 'error', 'heading', 'hint', 'label', 'lead', 'message', 'nothingFoundMessage', 'placeholder'],
  ...['subtitle', 'summary', 'text', 'title', 'tooltip'],
]);

/** Calls that are handed words for people, by the name that is called. */
const SEEN_CALLS = new Set([
  'isNotEmpty',
  'hasLength',
  'matches',
  'isEmail',
  'isInRange',
  'alert',
  'confirm',
  'prompt',
]);

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
/** A capital, and more than one word: the texts of a page, wherever they stand. */
const isSentence = (text: string): boolean => /^\p{Lu}\p{Ll}*\s+\p{L}/u.test(text.trim());

/**
 * Texts for people that stand in the source and not in the catalogue.
 *
 * Text between tags is always one. A literal is one where it is seen (an `aria-label`, a `placeholder`, a `message`), and
 * anywhere if it reads like a sentence. Keys of the catalogue are none, nor are messages of errors: those are for us.
 *
 * @param file name of the file; `.tsx` is read as JSX
 * @param keys single words that are keys of the catalogue, as tables of pages and menus hold them
 * @returns one line for each, `line: text`
 */
export function findHardCodedText(file: string, source: string, keys: ReadonlySet<string> = new Set()): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, text: string): void => {
    found.push(`${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${text.trim()}`);
  };
  const isKey = (node: Literal): boolean => ts.isPropertyAssignment(node.parent) && keys.has(wordsOf(node));
  const visit = (node: ts.Node, isSeen: boolean): void => {
    if (isError(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxText(node) && hasLetters(node.text)) report(node, node.text);
    if (isLiteral(node)) {
      const text = wordsOf(node);
      if (isSeen ? hasLetters(text) && !isKey(node) : isSentence(text)) report(node, text);
    }
    ts.forEachChild(node, (child) => visit(child, isSeenIn(node, child, isSeen)));
  };
  visit(tree, false);
  return found;
}

/** `new Error(…)` and its like. */
function isError(node: ts.Node): boolean {
  return ts.isNewExpression(node) && node.expression.getText().endsWith('Error');
}

type Literal = ts.StringLiteralLike | ts.TemplateExpression;

function isLiteral(node: ts.Node): node is Literal {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** What stands there itself, without what is filled in. */
function wordsOf(node: Literal): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ');
}

/** Whether the value of `child` is what people see. */
function isSeenIn(node: ts.Node, child: ts.Node, isSeen: boolean): boolean {
  if (ts.isJsxAttribute(node)) return SEEN.has(node.name.getText()) && child === node.initializer;
  if (ts.isPropertyAssignment(node)) return SEEN.has(nameOf(node.name)) && child === node.initializer;
  if (ts.isJsxExpression(node)) return isSeen || ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
  if (ts.isConditionalExpression(node)) return isSeen && child !== node.condition;
  if (ts.isBinaryExpression(node)) return isSeen && (isJoining(node) ? true : child === node.right && isChoosing(node));
  if (ts.isParenthesizedExpression(node) || ts.isTemplateExpression(node)) return isSeen;
  if (ts.isCallExpression(node))
    return SEEN_CALLS.has(node.expression.getText()) && node.arguments.includes(child as ts.Expression);
  return false;
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText();
const isJoining = (node: ts.BinaryExpression): boolean => node.operatorToken.kind === ts.SyntaxKind.PlusToken;
const isChoosing = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;
