// What the page was given, and how to ask it: verdicts by country, checklist, item, element and day.
const byId = (id) => document.getElementById(id);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const data = JSON.parse(byId('_data').textContent);
const [MET, PARTIAL, CONFLICT, GAP, UNKNOWN, NOT_APPLICABLE] = data.verdicts.keys();

// The day that is shown, and the number of the last day in `data.days` that is not after it.
const now = { day: data.day, number: 0 };

function numberOf(day) {
  let low = 0;
  let high = data.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (data.days[middle] <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// What holds on the day with a number: the last run that began by then.
function holding(runs, number) {
  let found = runs[0];
  for (const run of runs) {
    if (run[0] > number) break;
    found = run;
  }
  return found;
}

const itemRuns = (country, list, item) => data.countries[country].runs[list][item][0];
const elementRuns = (country, list, item, element) => data.countries[country].runs[list][item][1][element];
const itemState = (country, list, item, number = now.number) => holding(itemRuns(country, list, item), number);
const elementState = (country, list, item, element, number = now.number) =>
  holding(elementRuns(country, list, item, element), number);
const firstNumber = numberOf(data.day);

// Calls `each` with every item of every checklist in every country.
function everyItem(each) {
  data.countries.forEach((_, country) =>
    data.lists.forEach(({ items }, list) => items.forEach((_, item) => each(country, list, item))));
}

// The numbers of the days on which a verdict changes, on an item or one of its elements.
const stops = (() => {
  const found = new Set();
  const changes = (runs) => runs.forEach((run, at) => {
    if (at > 0 && run[1] !== runs[at - 1][1]) found.add(run[0]);
  });
  everyItem((country, list, item) => {
    const [own, elements] = data.countries[country].runs[list][item];
    [own, ...elements].forEach(changes);
  });
  return [...found].sort((a, b) => a - b);
})();
