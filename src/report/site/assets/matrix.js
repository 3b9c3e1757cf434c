// The tables of countries by items: filters, order, keys, and the verdicts of the day.
class Matrix {
  constructor(view) {
    this.list = Number(view.dataset.list);
    this.table = view.querySelector('.heat');
    this.form = view.querySelector('.filters form');
    this.shown = this.form.querySelector('.shown');
    this.bodies = all('tbody', this.table);
    this.rows = this.bodies.flatMap((body) => [...body.rows].map((row) => this.row(body, row)));
    this.form.addEventListener('change', () => this.filter());
    this.form.addEventListener('reset', () => setTimeout(() => this.filter()));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.table.addEventListener('keydown', (event) => this.key(event));
    this.table.addEventListener('focusin', (event) => this.rove(event.target));
    for (const link of all('a', this.table)) link.tabIndex = -1;
    this.rove(this.table.querySelector('tbody a'));
    this.filter();
  }

  row(body, row) {
    const item = body.dataset.item === undefined ? null : Number(body.dataset.item);
    const element = row.dataset.element === undefined ? null : Number(row.dataset.element);
    const cells = item === null ? [] : [...row.cells].slice(1);
    return { body, row, item, element, cells, verdicts: cells.map(() => null) };
  }

  verdict({ item, element }, country, number) {
    const [, verdict] = element === null
      ? itemState(country, this.list, item, number)
      : elementState(country, this.list, item, element, number);
    return verdict;
  }

  // Shows the verdicts of the day.
  refresh() {
    for (const row of this.rows) {
      row.cells.forEach((cell, country) => {
        const verdict = this.verdict(row, country);
        if (row.verdicts[country] === verdict && now.day !== data.day) return;
        row.verdicts[country] = verdict;
        cell.firstElementChild.replaceChildren(...verdictNodes(verdict));
        cell.className = className(verdict);
        const first = this.verdict(row, country, firstNumber);
        if (first !== verdict) {
          cell.classList.add('moved');
          const words = ` (${data.verdicts[first][2]} on ${data.day})`;
          cell.firstElementChild.append(make('span', { class: 'heard' }, words));
        }
      });
    }
    this.filter();
  }

  filter() {
    const { form, table } = this;
    const ticked = (role) => all(`[${role}]`, form).filter((box) => box.checked).map((box) => box.value);
    const wanted = new Set(ticked('data-verdict').map((name) => data.verdicts.findIndex(([known]) => known === name)));
    const codes = new Set(ticked('data-country'));
    const countries = data.countries.map(({ code }) => codes.has(code));
    const only = form.querySelector('[data-section]').value;
    const elements = form.querySelector('[data-rows]').value === 'elements';
    const byName = form.querySelector('[data-order]').value === 'name';
    this.order(byName);
    [...table.tHead.rows[0].cells].slice(1).forEach((cell, country) => { cell.hidden = !countries[country]; });
    const open = new Map();
    for (const { body, row, item, element, cells, verdicts } of this.rows) {
      if (item === null) continue;
      let hit = false;
      cells.forEach((cell, country) => {
        const verdict = verdicts[country] ?? this.verdict({ item, element }, country);
        const matches = wanted.has(verdict);
        cell.hidden = !countries[country];
        cell.classList.toggle('off', !matches);
        hit ||= matches && countries[country];
      });
      row.hidden = element !== null && !(elements && hit);
      const here = only === '' || body.dataset.in === only;
      if (here && hit && (element === null || elements)) open.set(body, true);
    }
    for (const body of this.bodies) {
      if (body.dataset.item !== undefined) body.hidden = !open.has(body);
    }
    const sections = new Set([...open.keys()].map((body) => body.dataset.in));
    for (const body of this.bodies) {
      if (body.dataset.item === undefined) body.hidden = byName || !sections.has(body.dataset.in);
    }
    const total = data.lists[this.list].items.length;
    this.shown.textContent =
      `${open.size} of ${total} items in ${codes.size} of ${data.countries.length} countries shown.`;
    const focus = this.table.querySelector('a[tabindex="0"]');
    if (!focus || !focus.getClientRects().length) this.rove(this.links().flat().find(Boolean));
  }

  order(byName) {
    if (byName === this.byName) return;
    this.byName = byName;
    const title = (body) => body.querySelector('th').textContent;
    const sorted = byName ? [...this.bodies].sort((a, b) => title(a).localeCompare(title(b), 'en')) : this.bodies;
    this.table.append(...sorted);
  }

  // The links that are shown, row by row, with a hole where a cell has none.
  links() {
    const rows = [this.table.tHead.rows[0], ...all('tbody:not([hidden]) tr:not([hidden])', this.table)];
    return rows.map((row) => [...row.cells].map((cell) => (cell.hidden ? null : cell.querySelector('a'))));
  }

  // One link of the table can be reached with the tabulator; the arrows lead to the others.
  rove(link) {
    const to = link && link.closest('a');
    if (!to) return;
    for (const old of all('a[tabindex="0"]', this.table)) old.tabIndex = -1;
    to.tabIndex = 0;
  }

  key(event) {
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const ends = { Home: 0, End: -1 };
    const link = event.target.closest('a');
    if (!link || event.altKey || event.metaKey || event.shiftKey) return;
    const links = this.links();
    let row = links.findIndex((line) => line.includes(link));
    if (row < 0) return;
    let column = links[row].indexOf(link);
    let to = null;
    if (event.key in ends) {
      if (event.ctrlKey) row = event.key === 'Home' ? 1 : links.length - 1;
      to = links[row].filter(Boolean).at(ends[event.key]);
    } else if (event.key in moves && !event.ctrlKey) {
      const [down, right] = moves[event.key];
      do {
        row += down;
        column += right;
        to = links[row]?.[column];
      } while (to === null);
    } else {
      return;
    }
    event.preventDefault();
    to?.focus();
  }
}

const matrices = all('.view.matrix').map((view) => new Matrix(view));
