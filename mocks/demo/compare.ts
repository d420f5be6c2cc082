/** The three brands beside each other, each in a frame of its own: the same page, the same account. */
const choices = [...document.querySelectorAll('select')];
const views = [...document.querySelectorAll('iframe')];

/** Each frame is laid out this wide, in pixels; see `compare.css`. */
const drawnWide = 960;

function show(): void {
  for (const frame of views) {
    const address = new URLSearchParams({ brand: frame.dataset['brand'] ?? '', bare: '' });
    for (const { name, value } of choices) address.set(name, value);
    frame.src = `/?${address.toString()}`;
  }
}

const sizes = new ResizeObserver((entries) => {
  for (const { contentRect, target } of entries) {
    if (!(target instanceof HTMLElement)) continue;
    target.style.setProperty('--scale', String(contentRect.width / drawnWide));
  }
});

for (const frame of views) if (frame.parentElement) sizes.observe(frame.parentElement);
const asked = new URLSearchParams(location.search);
for (const choice of choices) {
  choice.value = asked.get(choice.name) ?? choice.value;
  choice.addEventListener('change', show);
}
show();
