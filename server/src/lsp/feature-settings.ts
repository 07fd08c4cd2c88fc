/** Which editor features a person wants. Where nobody says anything, clients get what they ask for. */
export interface FeatureSettings {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly workspaceDiagnostics: boolean;
}

export const DEFAULT_FEATURES: FeatureSettings = {
  codeLens: true,
  inlayHints: true,
  workspaceDiagnostics: true,
};

/** From the `okrlint` section: what is not a truth value is left at its default. */
export function parseFeatures(raw: Readonly<Record<string, unknown>>): FeatureSettings {
  const choose = (key: keyof FeatureSettings) => {
    const value = raw[key];
    return typeof value === 'boolean' ? value : DEFAULT_FEATURES[key];
  };
  return {
    codeLens: choose('codeLens'),
    inlayHints: choose('inlayHints'),
    workspaceDiagnostics: choose('workspaceDiagnostics'),
  };
}
