// Elements from words. Nothing here, or anywhere in this script, makes markup out of text.
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const className = (verdict) => `v ${data.verdicts[verdict][0]}`;

// A verdict's symbol, which is not read aloud, and its words.
function verdictNodes(verdict) {
  const [, symbol, words] = data.verdicts[verdict];
  return [make('i', { 'aria-hidden': 'true' }, symbol), ` ${words}`];
}

const chip = (verdict) => make('span', { class: className(verdict) }, ...verdictNodes(verdict));
const section = (list, item) => byId(`${data.lists[list].id}/${data.lists[list].items[item][0]}`);
const address = (country, list, item) =>
  `${data.lists[list].id}/${data.lists[list].items[item][0]}/${data.countries[country].code}`;
const titleOf = (list, item) => section(list, item).querySelector('h2').textContent;
const labelled = (label, words) => make('p', {}, make('b', {}, label), `: ${words}`);

// A copy without the addresses of the original, which stay unique.
function copy(node) {
  const made = node.cloneNode(true);
  for (const part of all('[id]', made)) {
    part.dataset.of = part.id;
    part.removeAttribute('id');
  }
  return made;
}

// What was found about an item in a country: as the page has it on its first day, in short on any other.
function found(country, list, item) {
  const original = byId(address(country, list, item)).querySelector('.found');
  return now.day === data.day ? copy(original) : inShort(original, country, list, item);
}

function inShort(original, country, list, item) {
  const { facts, sentences } = data.countries[country];
  const made = make('div', { class: 'found' });
  const owed = itemState(country, list, item)[2];
  if (owed >= 0) made.append(make('p', { class: 'duty' }, `Owed: ${sentences[owed]}.`));
  all('.part', original).forEach((part, element) => {
    const [, verdict, grounds, contradicts, notes] = elementState(country, list, item, element);
    const asked = part.querySelector('.asked').lastChild.textContent;
    const list_ = (numbers) => make('ul', { class: 'facts' }, ...numbers.map((number) => fact(country, facts[number])));
    const shown = make('div', { class: 'part' }, make('p', { class: 'asked' }, chip(verdict), ` ${asked}`));
    shown.dataset.of = part.id;
    if (grounds.length) shown.append(list_(grounds));
    if (contradicts.length) shown.append(make('p', { class: 'label' }, 'Against it stands'), list_(contradicts));
    shown.append(...notes.map((note) => make('p', {}, sentences[note])));
    made.append(shown);
  });
  return made;
}

// What the page itself says under the name of a fact, country by country.
const tellings = new Map();

function told(country, where) {
  if (!tellings.has(country)) {
    const known = new Map();
    const { code } = data.countries[country];
    for (const cell of all('.cell').filter(({ id }) => id.endsWith(`/${code}`))) {
      for (const { firstElementChild, childNodes } of all('.facts li', cell)) {
        known.set(firstElementChild.textContent, childNodes[1].textContent.replace(/^: /, '').trim());
      }
    }
    tellings.set(country, known);
  }
  return tellings.get(country).get(where) ?? '';
}

function fact(country, [where, own, known]) {
  const says = own ?? told(country, where);
  const made = make('li', {}, make('cite', {}, where));
  if (says) made.append(`: ${says}`);
  if (known) made.append(' ', make('small', {}, `(${known})`));
  return made;
}

// The stretches of time in which the verdict on an item stayed the same; each can be gone to.
function overTime(country, list, item) {
  const made = make('ol', { class: 'history' });
  let last = null;
  for (const [number, verdict] of itemRuns(country, list, item)) {
    if (verdict === last) continue;
    last = verdict;
    const since = data.days[number];
    const words = since ? `from ${since}` : 'before';
    const place = since
      ? make('button', { type: 'button', 'data-go': since }, words)
      : make('span', {}, words);
    made.append(make('li', {}, place, ' ', chip(verdict)));
  }
  return made;
}
