// One part of the page at a time, by its address; a panel for a cell.
const panel = byId('_panel');
const panelBody = byId('_panel-body');
const panelTitle = byId('_panel-title');
const narrow = matchMedia('(max-width: 64rem)');
const views = all('.view');
let base = '';
let opened = null;
let origin = null;

function show(view, hash) {
  const everything = view === null;
  document.documentElement.classList.toggle('all', everything);
  for (const other of views) other.classList.toggle('now', other === view);
  for (const link of all('nav a')) {
    if (link.getAttribute('href') === `#${everything ? '_all' : view.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (everything && now.day !== data.day) go(data.day);
  if (view?.classList.contains('item')) showItem(view);
  if (view?.id === '_sides') showSides();
  base = hash;
}

// The place that the address of the page names; none, where it is not one.
function placeNamed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

// Goes to where the address leads. `moved` says that a reader asked for it, so that the focus follows.
function route(moved) {
  const hash = placeNamed();
  if (hash === '_main') return;
  const target = hash === '' ? views[0] : byId(hash);
  const cell = target?.closest('.cell');
  if (cell) {
    if (!base && !views.some((view) => view.classList.contains('now'))) {
      const list = cell.closest('.view').dataset.list;
      show(views.find((view) => view.matches(`.matrix[data-list="${list}"]`)), '');
    }
    openPanel(cell, hash);
    return;
  }
  if (panel.open) shutPanel();
  if (hash === '_all') {
    show(null, hash);
  } else if (choosePair(hash) || hash === '_sides') {
    show(byId('_sides'), hash);
  } else {
    show(target?.closest('.view') ?? views[0], hash);
  }
  const view = views.find((other) => other.classList.contains('now'));
  if (target && target !== view && view?.contains(target)) {
    target.scrollIntoView();
    if (moved) focus(target);
  } else {
    scrollTo(0, 0);
    if (moved) focus(view?.querySelector('h2') ?? byId('_main'));
  }
}

function focus(node) {
  if (!node.matches('a, button, [tabindex]')) node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

function openPanel(cell, hash) {
  const view = cell.closest('.view');
  const list = Number(view.dataset.list);
  const item = Number(view.dataset.item);
  const country = all('.cell', view).indexOf(cell);
  opened = { country, list, item, part: hash };
  fillPanel();
  if (!panel.open) {
    if (narrow.matches) panel.showModal();
    else panel.show();
    document.documentElement.classList.add('with-panel');
  }
  panel.scrollTop = 0;
  const part = all('[data-of]', panelBody).find((node) => node.dataset.of === hash);
  focus(part ?? panelTitle);
  part?.scrollIntoView({ block: 'nearest' });
  for (const old of all('.heat .opened')) old.classList.remove('opened');
  const link = all('.heat a').find((other) => decodeURIComponent(other.hash.slice(1)) === hash);
  link?.parentElement.classList.add('opened');
}

function fillPanel() {
  const { country, list, item } = opened;
  const asks = section(list, item).querySelector('.asks');
  const { name, code } = data.countries[country];
  panelTitle.textContent = `${name}: ${titleOf(list, item)}`;
  const content = found(country, list, item);
  // What is met needs no drafter.
  const toMend = (state) => state !== MET && state !== NOT_APPLICABLE;
  all('.elements > li', asks).forEach((own, element) => {
    const remedy = own.querySelector('p');
    if (remedy && toMend(elementState(country, list, item, element)[1])) content.querySelectorAll('.part')[element]?.append(copy(remedy));
  });
  panelBody.replaceChildren(
    make('p', {}, chip(itemState(country, list, item)[1]), ` as at ${now.day}`),
    copy(asks.firstElementChild),
    content,
    ...(toMend(itemState(country, list, item)[1]) ? [copy(asks.lastElementChild)] : []),
    make('h3', {}, 'Over time'),
    overTime(country, list, item),
    make('p', { class: 'onward' },
      make('a', { href: `#${section(list, item).id}` }, 'This item in every country'), ' · ',
      make('a', { href: `#${code}` }, `Everything on ${name}`)),
  );
}

// Closes the panel without leaving the address of what is behind it.
function shutPanel() {
  opened = null;
  panel.close();
}

panel.addEventListener('close', () => {
  document.documentElement.classList.remove('with-panel');
  for (const old of all('.heat .opened')) old.classList.remove('opened');
  if (!opened) return;
  opened = null;
  history.pushState(null, '', `#${base}`);
  if (origin?.isConnected) focus(origin);
});
byId('_close').addEventListener('click', () => panel.close());
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && panel.open) panel.close();
});
document.addEventListener('day', () => {
  const view = views.find((other) => other.classList.contains('now'));
  if (view?.classList.contains('item')) showItem(view);
  if (view?.id === '_sides') showSides();
  if (opened && panel.open) fillPanel();
});
document.addEventListener('click', ({ target }) => {
  // Going to a place takes the focus off the link that leads there.
  const link = target.closest('a[href^="#"]');
  if (link && !panel.contains(link)) origin = link;
});
addEventListener('hashchange', () => route(true));
if (narrow.matches) for (const details of all('details.key, details.filters')) details.open = false;
go(data.day);
route(location.hash !== '');
