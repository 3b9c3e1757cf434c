// The day: a date, a slider over the days on which a verdict changes, and everything that changes with them.
const date = byId('_date');
const slider = byId('_slider');
const said = byId('_said');
const originals = new Map();
slider.max = Math.max(stops.length - 1, 0);

// The place in `stops` of the last one that is not after the day; -1 before the first.
const stopAt = (number) => stops.findLastIndex((stop) => stop <= number);

function go(day) {
  now.day = day;
  now.number = numberOf(day);
  const stop = stopAt(now.number);
  date.value = day;
  slider.value = Math.max(stop, 0);
  slider.setAttribute('aria-valuetext', stop < 0 ? `before ${data.days[stops[0]] ?? day}` : data.days[stops[stop]]);
  byId('_earlier').disabled = before() === undefined;
  byId('_later').disabled = stops[stop + 1] === undefined;
  byId('_back').disabled = day === data.day;
  for (const shown of all('time.day')) shown.textContent = day;
  said.replaceChildren(...remarks().map((words) => make('span', {}, words)));
  document.documentElement.classList.toggle('other-day', day !== data.day);
  matrices.forEach((matrix) => matrix.refresh());
  all('.view.country').forEach(showCountry);
  all('.view.item').forEach((view) => { view.dataset.stale = 'yes'; });
  document.dispatchEvent(new Event('day'));
}

// The last day before the one that is shown on which a verdict changes.
const before = () => stops.findLast((stop) => data.days[stop] < now.day);

function remarks() {
  const words = [];
  const changed = [];
  let other = 0;
  everyItem((country, list, item) => {
    const runs = itemRuns(country, list, item);
    const [, verdict] = holding(runs, now.number);
    if (verdict !== holding(runs, firstNumber)[1]) other += 1;
    const [, last] = holding(runs, now.number - 1);
    if (data.days[now.number] === now.day && verdict !== last) changed.push([country, list, item, last, verdict]);
  });
  if (changed.length) {
    const name = ([country, list, item, from, to]) => `${data.countries[country].name}, ${titleOf(list, item)}: ` +
      `${data.verdicts[from][2]}, then ${data.verdicts[to][2]}`;
    const more = changed.length > 3 ? `; and ${changed.length - 3} more` : '';
    words.push(`On this day: ${changed.slice(0, 3).map(name).join('; ')}${more}.`);
  }
  if (now.day !== data.day) {
    const noun = other === 1 ? 'finding differs' : 'findings differ';
    words.push(`${other} ${noun} from ${data.day}, marked in the tables by a corner.`);
  }
  const late = data.countries.filter(({ reviewed }) => reviewed < now.day);
  if (late.length) {
    const names = late.map(({ name, reviewed }) => `${name} (${reviewed})`).join(', ');
    words.push(`After the day up to which these records were brought; later changes are in them only in part: ${names}.`);
  }
  const early = data.countries.filter(({ first }) => first && now.day < first);
  if (early.length) {
    words.push(`Before the first date on record: ${early.map(({ name, first }) => `${name} (${first})`).join(', ')}.`);
  }
  return words;
}

// Keeps what the page said on its first day, so that it can come back.
function put(node, ...nodes) {
  if (!originals.has(node)) originals.set(node, [...node.childNodes]);
  node.replaceChildren(...(now.day === data.day ? originals.get(node) : nodes));
}

function showCountry(view) {
  const country = Number(view.dataset.country);
  const { facts, sentences } = data.countries[country];
  for (const row of all('.findings tbody tr', view)) {
    const list = Number(row.closest('table').dataset.list);
    const item = Number(row.dataset.item);
    const [, verdict, owed] = itemState(country, list, item);
    const [, cell, short, duty] = row.cells;
    cell.className = className(verdict);
    cell.firstElementChild.replaceChildren(...verdictNodes(verdict));
    const states = data.lists[list].items[item][1].map((_, element) => elementState(country, list, item, element));
    const worst = [GAP, CONFLICT, PARTIAL].map((wanted) => states.find((state) => state[1] === wanted)).find(Boolean);
    const note = worst && (worst[4].length ? sentences[worst[4][0]] : worst[2].length ? facts[worst[2][0]][0] : '');
    const ground = verdict === MET ? states.flatMap((state) => state[2]).map((number) => facts[number][0])[0] : '';
    put(short, note || ground || '');
    put(duty, owed >= 0 ? 'owed' : section(list, item).dataset.basis ?? '');
  }
  all('.numbers tbody tr', view).forEach((row, list) => {
    const verdicts = data.lists[list].items.map((_, item) => itemState(country, list, item)[1]);
    const count = (wanted) => verdicts.filter((verdict) => verdict === wanted).length;
    const [, assessed, ...cells] = row.cells;
    const open = count(UNKNOWN) + count(NOT_APPLICABLE);
    put(assessed, `${verdicts.length - open} of ${verdicts.length}`);
    cells.forEach((cell, verdict) => put(cell, String(count(verdict))));
  });
  all('svg', view).forEach(moveLine);
}

// Moves the line of the day in a drawing.
function moveLine(drawing) {
  const [first, last, left, right] = ['first', 'last', 'left', 'right'].map((name) => Number(drawing.dataset[name]));
  const time = (day) => Date.parse(`${day}T00:00Z`);
  const part = (time(now.day) - time(`${first}-01-01`)) / (time(`${last}-01-01`) - time(`${first}-01-01`));
  const x = Math.round(left + Math.min(Math.max(part, 0), 1) * (right - left));
  const line = drawing.querySelector('.today');
  line.setAttribute('x1', x);
  line.setAttribute('x2', x);
}

// The findings of an item view on the day, once it is looked at.
function showItem(view) {
  if (view.dataset.stale !== 'yes') return;
  delete view.dataset.stale;
  const list = Number(view.dataset.list);
  const item = Number(view.dataset.item);
  all('.cell', view).forEach((cell, country) => {
    const verdict = itemState(country, list, item)[1];
    const mark = cell.querySelector('h3 .v');
    mark.className = className(verdict);
    mark.replaceChildren(...verdictNodes(verdict));
    const original = cell.querySelector('.found');
    cell.querySelector('.live')?.remove();
    original.hidden = now.day !== data.day;
    if (original.hidden) {
      const live = inShort(original, country, list, item);
      live.classList.add('live');
      cell.append(live);
    }
  });
}

byId('_day').addEventListener('submit', (event) => event.preventDefault());
date.addEventListener('change', () => { if (date.value) go(date.value); });
slider.addEventListener('input', () => { if (stops.length) go(data.days[stops[Number(slider.value)]]); });
byId('_earlier').addEventListener('click', () => { const stop = before(); if (stop !== undefined) go(data.days[stop]); });
byId('_later').addEventListener('click', () => {
  const stop = stops[stopAt(now.number) + 1];
  if (stop !== undefined) go(data.days[stop]);
});
byId('_back').addEventListener('click', () => go(data.day));
document.addEventListener('click', (event) => {
  const place = event.target.closest('[data-go]');
  if (place) go(place.dataset.go);
});
