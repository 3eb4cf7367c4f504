/**
 * What is typed or chosen in a field that React does not listen to yet is told to it as soon as it does; else React would set the field
 * back, or show a value that the page does not know of. A form that is sent before waits as well; else the browser would send it by
 * loading the page anew, with empty fields.
 *
 * Sent as text and run before the page: it may use nothing from outside its braces.
 */
export function keepEarlyInput(): void {
  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let form: HTMLFormElement | null = null;
  const early = new Map<Field, { readonly value: string; readonly isChecked: boolean }>();
  const isTicked = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio';
  // React marks what it listens to with keys of its own; a browser test notices if they are called otherwise one day.
  const isHeard = (field: Element) => Object.keys(field).some((key) => key.startsWith('__reactProps$'));

  function note({ target }: Event) {
    const isField =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement;
    if (!isField || target.type === 'file' || isHeard(target)) return;
    wait();
    // Of radio buttons the last one counts.
    early.delete(target);
    early.set(target, { value: target.value, isChecked: isTicked(target) && target.checked });
  }

  function tell() {
    for (const [field, { value, isChecked }] of early) {
      if (field.isConnected && !isHeard(field)) continue;
      early.delete(field);
      if (!field.isConnected) continue;
      // The keys are there a little before React listens. This it answers by getting ready at once; nobody else cares.
      field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }));
      if (isTicked(field)) {
        // React knows the field as it is now; what it is told must be a change.
        field.checked = !isChecked;
        field.click();
        continue;
      }
      // The setter of the element is React's, which remembers the value; that of its kind is the browser's, which does not.
      const kind = Object.getPrototypeOf(field);
      if (!(field instanceof HTMLSelectElement)) field.value = value === '' ? ' ' : '';
      Object.getOwnPropertyDescriptor(kind, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (early.size > 0) return wait();
    // In a turn of its own: the page has taken what it was told by then.
    if (form !== null && isHeard(form)) setTimeout(sendForm);
    else if (form?.isConnected) wait();
  }

  function sendForm() {
    const waiting = form;
    form = null;
    waiting?.requestSubmit();
  }

  function hold(event: Event) {
    if (!(event.target instanceof HTMLFormElement) || isHeard(event.target)) return;
    event.preventDefault();
    form = event.target;
    wait();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(tell, 50);
  }

  document.addEventListener('input', note, true);
  document.addEventListener('change', note, true);
  document.addEventListener('submit', hold, true);
}
