import { isValidElement, type ReactNode } from 'react';
import { escapeMarkdown, printMarkdownLink } from '../../lib/format/table';

/** Text of what a sentence is made of, without any marks. */
export function readText(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(readText).join('');
  if (isValidElement<{ children?: ReactNode }>(node)) return readText(node.props.children);
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}

/** A sentence of components/wording as Markdown: what it sets in bold and what it links stay so. */
export function printNode(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(printNode).join('');
  if (!isValidElement<{ children?: ReactNode; href?: string }>(node)) return printWords(readText(node));
  const { children, href } = node.props;
  if (typeof href === 'string') return printMarkdownLink(readText(children), href);
  return node.type === 'strong' || node.type === 'b' ? `**${printNode(children)}**` : printNode(children);
}

/** A stretch of a sentence: the spaces at its ends part it from what stands beside it. */
function printWords(text: string): string {
  return `${/^\s/.test(text) ? ' ' : ''}${escapeMarkdown(text.trim())}${/\s$/.test(text) && text.trim() !== '' ? ' ' : ''}`;
}
