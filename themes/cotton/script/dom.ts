// Elements, made without ever reading text as HTML.

/** An element with properties and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A field of a form, by its name. */
export function field(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}

/** Whether a click asks for no other tab, window or file. */
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return !(button || ctrlKey || metaKey || shiftKey || altKey);
}

/** The order form of a page. */
export function orderForm(page: Document = document): HTMLFormElement | null {
  return page.querySelector<HTMLFormElement>('form.order-form');
}

/** Fetches a sheet that only a script needs; it is there, or will not come, when the promise is kept. */
export function sheet(link: URL): Promise<unknown> {
  return new Promise((done) => {
    document.head.append(make('link', { rel: 'stylesheet', href: link.href, onload: done, onerror: done }));
  });
}
