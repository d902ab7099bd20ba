// What is still missing in a form, said at each field and together, and the lines that only a script writes.

import { type Facts, latin, make, words } from './common.js';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** A line of the form before its button, made when it is first needed. */
export function line(form: HTMLFormElement, name: string, role: 'alert' | 'status'): HTMLElement {
  const known = form.querySelector<HTMLElement>(`.${name}`);
  if (known) return known;
  const place = make('p', { className: `${name} wide`, tabIndex: -1 });
  place.setAttribute('role', role);
  form.querySelector('.submit')?.before(place);
  return place;
}

/** Says what is still to be filled in, or what the service answered of each field; whether there is any. */
export function faults(form: HTMLFormElement, shop: Facts, answers: Record<string, string> = {}): boolean {
  for (const old of form.querySelectorAll('.fault')) old.remove();
  const names: string[] = [];
  let first: Field | undefined;
  for (const field of form.elements) {
    if (!isField(field) || field.type === 'hidden') continue;
    const name = mark(field, answers[field.name] ?? wrong(field, shop));
    if (name === undefined) continue;
    names.push(name);
    first ??= field;
  }
  line(form, 'said', 'alert').textContent = names.length ? `${words(shop, 'check')} ${names.join(', ')}` : '';
  first?.focus();
  return names.length > 0;
}

function isField(field: Element): field is Field {
  return (
    field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
  );
}

/** What is wrong with a field, in words; nothing when it is fine. */
function wrong(field: Field, shop: Facts): string {
  const phone = field.name === 'mobile' && latin(field.value).replace(/\D/g, '').length < 6;
  if (field.validity.valid && !phone) return '';
  return words(shop, phone && field.value ? 'phone' : 'fill');
}

/** Marks a field, and says why below it, once in each group; the name of what was said. */
function mark(field: Field, why: string): string | undefined {
  const box = field.closest('.field, fieldset, .consent');
  const id = `${field.id || field.name}-fault`;
  const known = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  const said = Boolean(why && box && !box.querySelector('.fault'));
  if (said) known.push(id);
  attribute(field, 'aria-invalid', why ? 'true' : '');
  attribute(field, 'aria-describedby', known.join(' '));
  if (!said || !box) return undefined;
  box.append(make('p', { className: 'why fault', id, textContent: why }));
  return (box.querySelector('label, legend')?.textContent ?? field.name).trim();
}

function attribute(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}
