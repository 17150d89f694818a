/** What styles made by our own scripts carry, so that the Content-Security-Policy lets them in and no others. */
export const nonce =
  typeof document === 'undefined' ? undefined : document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content || undefined;

// Some parts of Ant Design make style elements without asking for the nonce.
if (nonce) {
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
