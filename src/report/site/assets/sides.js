// Two countries side by side, one checklist, item by item.
const pair = byId('_pair');
const chosen = { left: 0, right: Math.min(1, data.countries.length - 1), list: 0, differing: false };

const choices = (() => {
  const select = (label, key, names) => {
    const options = names.map((name, value) => make('option', { value }, name));
    const made = make('select', {}, ...options);
    made.addEventListener('change', () => {
      chosen[key] = Number(made.value);
      location.hash = pairAddress();
      showSides();
    });
    return { made, label: make('label', { class: 'choice' }, `${label} `, made), set: () => { made.value = chosen[key]; } };
  };
  const countries = data.countries.map(({ name }) => name);
  const lists = data.lists.map(({ id }) => byId(id).querySelector('h2').textContent);
  const box = make('input', { type: 'checkbox' });
  box.addEventListener('change', () => { chosen.differing = box.checked; showSides(); });
  return [
    select('Left', 'left', countries),
    select('Right', 'right', countries),
    select('Checklist', 'list', lists),
    { label: make('label', {}, box, ' only where they differ'), set: () => { box.checked = chosen.differing; } },
  ];
})();
const sidesTable = make('div', { class: 'frame', tabindex: '0', role: 'region', 'aria-label': 'Two countries side by side' });
const sidesCount = make('p', { role: 'status' });
pair.append(make('form', { class: 'tools', 'aria-label': 'What is compared' }, ...choices.map(({ label }) => label)), sidesCount, sidesTable);
pair.querySelector('form').addEventListener('submit', (event) => event.preventDefault());

const pairAddress = () => `${data.countries[chosen.left].code}+${data.countries[chosen.right].code}`;

// Takes the two countries from an address, if it is one of two countries.
function choosePair(hash) {
  const places = hash.split('+').map((code) => data.countries.findIndex((country) => country.code === code));
  if (places.length !== 2 || places.includes(-1)) return false;
  [chosen.left, chosen.right] = places;
  return true;
}

function showSides() {
  choices.forEach(({ set }) => set());
  const { list, left, right } = chosen;
  const head = make('tr', {}, make('th', { scope: 'col' }, 'Item'));
  for (const country of [left, right]) {
    head.append(make('th', { scope: 'col' }, make('a', { href: `#${data.countries[country].code}` }, data.countries[country].name)));
  }
  const body = make('tbody');
  data.lists[list].items.forEach(([, elements], item) => {
    const verdicts = [left, right].map((country) => itemState(country, list, item)[1]);
    const parts = elements.map((_, element) => [left, right].map((country) => elementState(country, list, item, element)[1]));
    const same = verdicts[0] === verdicts[1] && parts.every(([a, b]) => a === b);
    if (same && chosen.differing) return;
    const id = `${data.lists[list].id}/${data.lists[list].items[item][0]}`;
    const row = make('tr', {}, make('th', { scope: 'row' }, make('a', { href: `#${id}` }, titleOf(list, item))));
    for (const country of [left, right]) row.append(side(country, list, item));
    body.append(row);
  });
  sidesCount.textContent = `${body.rows.length} of ${data.lists[list].items.length} items, law as at ${now.day}.`;
  sidesTable.replaceChildren(make('table', { class: 'sides' }, make('thead', {}, head), body));
}

// One country's cell: the verdict, and what each element rests on and lacks.
function side(country, list, item) {
  const { facts, sentences } = data.countries[country];
  const verdict = itemState(country, list, item)[1];
  const cell = make('td', {}, make('a', { class: className(verdict), href: `#${address(country, list, item)}` }, ...verdictNodes(verdict)));
  const asked = all('.part .asked', byId(address(country, list, item)));
  asked.forEach((node, element) => {
    const [, own, grounds, contradicts, notes] = elementState(country, list, item, element);
    if (own === UNKNOWN && asked.length > 1) return;
    const words = make('p', {});
    if (asked.length > 1) words.append(chip(own), ' ', node.lastChild.textContent.trim(), ' ');
    const cited = [...grounds, ...contradicts].map((number) => facts[number][0]);
    if (cited.length) words.append(make('cite', {}, `${[...new Set(cited)].slice(0, 4).join('; ')}.`), ' ');
    words.append(notes.slice(0, 2).map((note) => sentences[note]).join(' '));
    if (words.textContent.trim()) cell.append(words);
  });
  return cell;
}
