declare module 'mapshaper' {
  /** Runs commands as on the command line, with files given and returned by name. */
  export function applyCommands(
    commands: string,
    files: Readonly<Record<string, string>>,
  ): Promise<Record<string, Uint8Array>>;
  const mapshaper: { readonly applyCommands: typeof applyCommands };
  export default mapshaper;
}
