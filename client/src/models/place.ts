/** The key result or objective at a position, by way of the server's outline. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, DocumentSymbolRequest } from 'vscode-languageclient';
import type { DocumentSymbol } from 'vscode-languageserver-protocol';

export interface Place {
  readonly range: vscode.Range;
  readonly sentence: string;
  /** The sentence of the objective above a key result. */
  readonly objective?: string;
}

export async function placeAt(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<Place | undefined> {
  const params = { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
  const answer = (await client.sendRequest(DocumentSymbolRequest.type, params)) ?? [];
  const symbols = answer.filter((symbol): symbol is DocumentSymbol => 'selectionRange' in symbol);
  for (const objective of symbols) {
    const found = [objective, ...(objective.children ?? [])].find((symbol) =>
      onLinesOf(symbol, position.line),
    );
    if (found) return placeOf(document, found, found === objective ? undefined : objective);
  }
  return undefined;
}

function onLinesOf({ selectionRange: { start, end } }: DocumentSymbol, line: number): boolean {
  return start.line <= line && line <= end.line;
}

function placeOf(
  document: vscode.TextDocument,
  symbol: DocumentSymbol,
  objective: DocumentSymbol | undefined,
): Place {
  const range = rangeOf(symbol);
  const text = (each: vscode.Range) => document.getText(each).replace(/\s+/g, ' ').trim();
  return {
    range,
    sentence: text(range),
    ...(objective ? { objective: text(rangeOf(objective)) } : {}),
  };
}

function rangeOf({ selectionRange: { start, end } }: DocumentSymbol): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
