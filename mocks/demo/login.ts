/** The demo's log-on. From then on the session's cookie says whose account it is. */
const form = document.querySelector('form');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void logOn(form);
});

async function logOn(from: HTMLFormElement): Promise<void> {
  const person = new FormData(from).get('person');
  const { ok } = await fetch('/api/session', {
    method: 'POST',
    body: new URLSearchParams({ person: typeof person === 'string' ? person : '' }),
  });
  if (ok) location.assign('/?account=session');
  else say('Nobody here has that address.');
}

function say(text: string): void {
  const fault = document.querySelector('#fault');
  if (fault) fault.textContent = text;
}
