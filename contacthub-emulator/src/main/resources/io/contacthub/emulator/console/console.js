/*
 * The console of the emulator. What it shows comes from the operations below /emulator and
 * gets into the page as text, never as HTML. The part of the address behind # says what is
 * shown, so that Back works and a link can be passed on.
 */

const INTERVAL = 2000;
const PATIENCE = 10000;
const PAGE_SIZE = 25;
const REQUESTS = 100;

const state = {
	info: null,
	switches: null,
	reachable: false,
	live: true,
	cameFromList: false,
	route: null,
	view: null,
};

/* ---------- elements ---------- */

function element(name, attributes, ...children) {
	const created = document.createElement(name);
	for (const [key, value] of Object.entries(attributes ?? {})) {
		if (key.startsWith('on')) {
			created.addEventListener(key.slice(2), value);
		}
		else if (value !== null && value !== undefined && value !== false) {
			created.setAttribute(key, value === true ? '' : value);
		}
	}
	created.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
	return created;
}

function byId(id) {
	return document.getElementById(id);
}

function button(text, onclick, attributes) {
	return element('button', {
		type: 'button',
		...attributes,
		onclick: (event) => {
			if (event.currentTarget.getAttribute('aria-disabled') !== 'true') {
				onclick(event);
			}
		},
	}, text);
}

/** Replace what an element contains, and keep the focus where it is. */
function replace(container, ...children) {
	const focused = container.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
	container.replaceChildren(...children.flat(Infinity).filter((child) => child !== null));
	if (focused !== undefined) {
		container.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
	}
}

let noticeTimer;

function notify(text) {
	byId('notice').textContent = text;
	clearTimeout(noticeTimer);
	noticeTimer = setTimeout(() => byId('notice').textContent = '', 4000);
}

/* ---------- clipboard ---------- */

async function copy(text, what) {
	notify(await write(text) ? `${what} copied` : `${what} could not be copied: select it by hand`);
}

async function write(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	}
	catch {
		// not there over plain HTTP from another machine, or not allowed
		return writeBySelection(text);
	}
}

function writeBySelection(text) {
	const focused = document.activeElement;
	const area = element('textarea', { class: 'unseen', readonly: true, 'aria-hidden': 'true', tabindex: '-1' });
	area.value = text;
	document.body.append(area);
	area.select();
	const copied = document.execCommand('copy');
	area.remove();
	focused?.focus({ preventScroll: true });
	return copied;
}

function copyButton(text, what, attributes) {
	return button('Copy', () => copy(typeof text === 'function' ? text() : text, what),
		{ class: 'small', 'aria-label': `Copy ${what}`, ...attributes });
}

/* ---------- HTTP ---------- */

/** Error thrown when nobody answers. */
class Unreachable extends Error {
}

/** Error thrown when the emulator refuses a request. */
class Refused extends Error {

	constructor(status, message) {
		super(message);
		this.status = status;
	}

}

async function send(method, path, { body, type, signal } = {}) {
	let response;
	let text;
	try {
		response = await fetch(path, { method, body, signal, headers: type ? { 'Content-Type': type } : {}, cache: 'no-store' });
		text = await response.text();
	}
	catch (failure) {
		if (failure.name === 'AbortError') {
			throw failure;
		}
		throw new Unreachable('The emulator does not answer.');
	}
	if (!response.ok) {
		throw new Refused(response.status, messageOf(text) ?? `The emulator answered with status ${response.status}.`);
	}
	return text;
}

function messageOf(text) {
	try {
		return JSON.parse(text).message;
	}
	catch {
		return undefined;
	}
}

function sendJson(method, path, value) {
	return send(method, path, { body: JSON.stringify(value), type: 'application/json' });
}

function get(path, parameters, signal) {
	const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value !== undefined && value !== ''));
	return send('GET', query.size ? `${path}?${query}` : path, { signal });
}

/* ---------- JSON ---------- */

/** A number that JavaScript cannot hold as it is written. */
class Digits {

	constructor(source) {
		this.source = source;
	}

	toJSON() {
		return this.source;
	}

}

function parse(text) {
	return JSON.parse(text, (name, value, context) =>
		typeof value === 'number' && context?.source !== undefined && context.source !== String(value)
			? new Digits(context.source) : value);
}

function pretty(value) {
	const target = document.createDocumentFragment();
	print(target, value, '\n');
	return target;
}

function print(target, value, line) {
	if (Array.isArray(value)) {
		printAll(target, '[', ']', line, value, (item, deeper) => print(target, item, deeper));
	}
	else if (value !== null && typeof value === 'object' && !(value instanceof Digits)) {
		printAll(target, '{', '}', line, Object.entries(value), ([name, member], deeper) => {
			target.append(element('span', { class: 'key' }, JSON.stringify(name)), ': ');
			print(target, member, deeper);
		});
	}
	else {
		target.append(element('span', { class: kindOf(value) }, value instanceof Digits ? value.source : JSON.stringify(value)));
	}
}

function printAll(target, begin, end, line, items, printItem) {
	if (items.length === 0) {
		target.append(begin + end);
		return;
	}
	const deeper = line + '  ';
	items.forEach((item, index) => {
		target.append((index === 0 ? begin : ',') + deeper);
		printItem(item, deeper);
	});
	target.append(line + end);
}

function kindOf(value) {
	if (value instanceof Digits || typeof value === 'number') {
		return 'number';
	}
	return typeof value === 'string' ? 'string' : 'literal';
}

function json(value, label) {
	return element('pre', { class: 'json', tabindex: '0', role: 'region', 'aria-label': label }, pretty(value));
}

/* ---------- texts ---------- */

function plural(number, one, many) {
	return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function time(text) {
	if (!text) {
		return '–';
	}
	// the API writes offsets without the colon that some browsers want
	const date = new Date(String(text).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
	if (Number.isNaN(date.getTime())) {
		return String(text);
	}
	const two = (number) => String(number).padStart(2, '0');
	const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
	const hour = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
	const today = new Date().toDateString() === date.toDateString();
	return element('time', { datetime: text, title: text }, today ? hour : `${day} ${hour}`);
}

function nameOf(customer) {
	const base = customer.base ?? {};
	return [base.firstName, base.lastName].filter(Boolean).join(' ')
		|| base.contacts?.email || customer.externalId || customer.id;
}

/** Read a duration such as PT1M30.5S. */
function milliseconds(duration) {
	const parts = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration) ?? [];
	return Math.round(((parts[1] ?? 0) * 3600 + (parts[2] ?? 0) * 60 + Number(parts[3] ?? 0)) * 1000);
}

function percent(share) {
	return Number((share * 100).toFixed(4));
}

/* ---------- the address ---------- */

function readRoute() {
	const [path, query] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s);
	const [name, id] = path.split('/');
	const known = Object.hasOwn(views, name) ? name : 'customers';
	return { name: known, id: id ? decoded(id) : undefined, parameters: new URLSearchParams(query ?? '') };
}

function decoded(text) {
	try {
		return decodeURIComponent(text);
	}
	catch {
		return text;
	}
}

function address(name, id, parameters) {
	const query = new URLSearchParams();
	for (const [key, value] of Object.entries({ workspace: chosenWorkspace(), ...parameters })) {
		if (value !== undefined && value !== null && value !== '' && value !== 0) {
			query.set(key, value);
		}
	}
	return `#/${name}${id ? `/${encodeURIComponent(id)}` : ''}${query.size ? `?${query}` : ''}`;
}

/** Return the workspace that was chosen, undefined for the first one. */
function chosenWorkspace() {
	const chosen = state.route?.parameters.get('workspace') ?? undefined;
	return !state.info ? chosen : state.info.workspaces.slice(1).find((workspace) => workspace.id === chosen)?.id;
}

function workspace() {
	return chosenWorkspace() ?? state.info?.workspaces[0]?.id;
}

/** Change parameters of the address without a step that Back would return to. */
function rewrite(changes) {
	const { name, id, parameters } = state.route;
	const changed = { ...Object.fromEntries(parameters), ...changes };
	history.replaceState(history.state, '', address(name, id, changed));
	state.route = readRoute();
	refresh();
}

/* ---------- parts of views ---------- */

function toolbar(title, ...controls) {
	const count = element('span', { class: 'count' });
	return {
		count,
		node: element('div', { class: 'toolbar' }, element('h1', {}, title, count), controls),
	};
}

function searchField(label) {
	let timer;
	const field = element('input', {
		type: 'search',
		class: 'search',
		'aria-label': label,
		placeholder: label,
		autocomplete: 'off',
		spellcheck: 'false',
		oninput: () => {
			clearTimeout(timer);
			timer = setTimeout(() => {
				if (field.isConnected) {
					rewrite({ search: field.value, page: 0 });
				}
			}, 150);
		},
	});
	field.value = state.route.parameters.get('search') ?? '';
	return field;
}

function pager(page, turn) {
	if (page.totalPages <= 1 && page.number === 0) {
		return null;
	}
	const first = page.totalElements === 0 ? 0 : page.number * page.size + 1;
	const last = Math.min(first + page.size - 1, page.totalElements);
	const text = first > page.totalElements ? `Page ${page.number + 1} of ${page.totalPages}`
		: `${first.toLocaleString('en')}–${last.toLocaleString('en')} of ${page.totalElements.toLocaleString('en')}`;
	const step = (label, key, to, possible) => possible
		? element('a', { class: 'button', href: turn(to), 'data-key': key }, label)
		: element('a', { class: 'button', role: 'link', 'aria-disabled': 'true', 'data-key': key, tabindex: '-1' }, label);
	return element('nav', { class: 'pager', 'aria-label': 'Pages' }, element('span', {}, text),
		step('Previous', 'previous', Math.min(page.number, page.totalPages) - 1, page.number > 0),
		step('Next', 'next', page.number + 1, page.number + 1 < page.totalPages));
}

/** Rows that open, and stay open while the list around them is renewed. */
function rows(kind, items, keyOf, summaryOf, contentOf) {
	const open = state.view.open;
	return element('ul', { class: 'rows' }, items.map((item) => {
		const key = keyOf(item);
		const content = element('div');
		const details = element('details', {
			ontoggle: () => {
				if (details.open) {
					open.add(key);
				}
				else {
					open.delete(key);
				}
				if (details.open && !content.hasChildNodes()) {
					content.append(...contentOf(item));
				}
			},
		}, element('summary', { 'data-key': key }, ...summaryOf(item)), content);
		if (open.has(key)) {
			content.append(...contentOf(item));
			details.open = true;
		}
		return element('li', { class: kind, 'data-id': key }, details);
	}));
}

function eventRows(events, withCustomer) {
	return rows('event', events, ({ document }) => document.id, ({ document, visible }) => [
		element('span', { class: 'when' }, time(document.date)),
		element('span', { class: 'what' }, document.type),
		element('span', { class: 'preview' }, previewOf(document.properties)),
		element('span', {}, visible ? null : element('span', { class: 'mark' },
			document.customerId ? 'not visible yet' : 'waits for its customer'), ' ',
		element('span', { class: 'tag' }, document.context)),
	], ({ document }) => [
		element('div', { class: 'beside' },
			withCustomer && document.customerId
				? element('a', { href: address('customers', document.customerId), 'data-key': `customer ${document.id}` }, 'Show its customer')
				: element('span', {}, 'Event'),
			copyButton(() => textOf(document), 'event', { 'data-key': `copy ${document.id}` })),
		json(document, `Event ${document.id}`),
	]);
}

/** Return the texts and numbers of an object, as a hint of what it holds. */
function previewOf(object) {
	return Object.entries(object ?? {})
		.filter(([, value]) => typeof value === 'string' || typeof value === 'number' || value instanceof Digits)
		.map(([name, value]) => `${name}: ${value instanceof Digits ? value.source : value}`)
		.join(' · ')
		.slice(0, 200);
}

function textOf(value) {
	return pretty(value).textContent;
}

function empty(text) {
	return element('p', { class: 'empty' }, text);
}

function loading() {
	return element('div', { class: 'panel' }, empty('Loading …'));
}

/* ---------- views ---------- */

function alertOf(message) {
	return element('p', { class: 'failed', role: 'alert' }, message);
}

const views = {

	customers: {
		title: 'Customers',
		create() {
			if (state.route.id) {
				return customerView(state.route.id);
			}
			const bar = toolbar('Customers', searchField('Search customers'));
			const panel = element('div', {}, loading());
			return {
				key: 'customers',
				node: element('div', {}, bar.node, panel),
				load: (signal) => get('customers', {
					workspace: workspace(),
					search: state.route.parameters.get('search') ?? '',
					page: state.route.parameters.get('page') ?? 0,
					size: PAGE_SIZE,
				}, signal),
				show(text) {
					const { elements, page } = parse(text);
					const search = state.route.parameters.get('search');
					bar.count.textContent = page.totalElements.toLocaleString('en');
					replace(panel,
						element('div', { class: 'panel' }, elements.length > 0 ? customerTable(elements)
							: empty(search ? `No customer contains “${search}”.` : 'There are no customers.')),
						pager(page, (to) => address('customers', undefined, { search, page: to })));
				},
				fail(message) {
					replace(panel, element('div', { class: 'panel' }, alertOf(message)));
				},
			};
		},
	},

	events: {
		title: 'Events',
		create() {
			const customerId = state.route.parameters.get('customerId') ?? '';
			const bar = toolbar('Events', searchField('Search events'));
			const of = element('p', { class: 'toolbar' }, 'Of the customer ',
				element('a', { class: 'mono', href: address('customers', customerId) }, customerId),
				element('a', { class: 'button', href: address('events') }, 'Show all'));
			const panel = element('div', {}, loading());
			return {
				key: `events ${customerId}`,
				open: new Set(),
				node: element('div', {}, bar.node, customerId ? of : null, panel),
				load: (signal) => get('events', {
					workspace: workspace(),
					customerId,
					search: state.route.parameters.get('search') ?? '',
					page: state.route.parameters.get('page') ?? 0,
					size: PAGE_SIZE,
				}, signal),
				show(text) {
					const { elements, page } = parse(text);
					const search = state.route.parameters.get('search');
					bar.count.textContent = page.totalElements.toLocaleString('en');
					replace(panel,
						element('div', { class: 'panel' }, elements.length > 0 ? eventRows(elements, true)
							: empty(search ? `No event contains “${search}”.` : 'There are no events.')),
						pager(page, (to) => address('events', undefined, { customerId, search, page: to })));
				},
				fail(message) {
					replace(panel, element('div', { class: 'panel' }, alertOf(message)));
				},
			};
		},
	},

	requests: {
		title: 'Requests',
		create() {
			const filter = searchField('Filter by path');
			const problems = element('input', {
				type: 'checkbox',
				onchange: () => rewrite({ problems: problems.checked ? 'only' : '' }),
			});
			const bar = toolbar('Requests', element('label', { class: 'check' }, problems, 'Problems only'), filter);
			const panel = element('div', { class: 'panel' }, empty('Loading …'));
			return {
				key: 'requests',
				open: new Set(),
				node: element('div', {}, bar.node, panel),
				load: (signal) => get('requests', { limit: REQUESTS }, signal),
				show(text) {
					problems.checked = state.route.parameters.get('problems') === 'only';
					const { elements } = JSON.parse(text);
					const search = (state.route.parameters.get('search') ?? '').toLowerCase();
					const shown = elements.filter((request) => decoded(request.url).toLowerCase().includes(search)
						&& (!problems.checked || kindOfStatus(request.status) !== 'fine'));
					bar.count.textContent = elements.length < REQUESTS ? elements.length : `last ${REQUESTS}`;
					replace(panel, shown.length > 0 ? requestRows(shown) : empty(elements.length > 0
						? 'No request among the last ones fits.'
						: 'No request of the API yet. What your application sends appears here.'));
				},
				fail(message) {
					replace(panel, alertOf(message));
				},
			};
		},
	},

	switches: {
		title: 'Switches',
		create: () => switchesView(),
	},

};

function customerTable(customers) {
	const column = (text, wide) => element('th', { scope: 'col', class: wide ? 'wide' : null }, text);
	return element('table', {},
		element('thead', {}, element('tr', {}, column('Customer'), column('External id'), column('Tags', true), column('Updated', true))),
		element('tbody', {}, customers.map((customer) => {
			const email = customer.base?.contacts?.email;
			const name = nameOf(customer);
			const tags = [...customer.tags?.manual ?? [], ...customer.tags?.auto ?? []];
			return element('tr', { 'data-id': customer.id },
				element('td', {},
					element('a', { href: address('customers', customer.id), 'data-key': customer.id }, name),
					email && email !== name ? element('span', { class: 'second' }, email) : null),
				element('td', {}, customer.externalId ?? ''),
				element('td', { class: 'wide' }, tags.map((tag) => [element('span', { class: 'tag' }, tag), ' '])),
				element('td', { class: 'wide' }, time(customer.updatedAt ?? customer.registeredAt)));
		})));
}

function customerView(id) {
	const heading = element('h1', {}, 'Customer');
	const count = element('span', { class: 'count' });
	const documentPanel = element('div', { class: 'panel' }, empty('Loading …'));
	const events = element('div', {}, empty('Loading …'));
	const eventsPanel = element('div', { class: 'panel' },
		element('div', { class: 'head' }, element('h2', {}, 'Events ', count),
			element('a', { href: address('events', undefined, { customerId: id }) }, 'Search them')),
		events);
	let shown;
	let shownEvents;
	return {
		key: `customer ${id}`,
		open: new Set(),
		node: element('div', {},
			element('a', { class: 'back', href: address('customers') , onclick: backToList }, '← Customers'),
			element('div', { class: 'toolbar' }, heading,
				element('span', { class: 'id' }, element('code', {}, id), copyButton(id, 'id'))),
			element('div', { class: 'columns' }, documentPanel, eventsPanel)),
		async load(signal) {
			const parts = await Promise.all([
				get(`customers/${encodeURIComponent(id)}`, { workspace: workspace() }, signal),
				get('events', {
					workspace: workspace(), customerId: id, page: state.route.parameters.get('page') ?? 0, size: PAGE_SIZE,
				}, signal),
			]);
			return JSON.stringify(parts);
		},
		show(text) {
			const [customerText, eventsText] = JSON.parse(text);
			eventsPanel.hidden = false;
			if (customerText !== shown) {
				shown = customerText;
				const customer = parse(customerText);
				heading.textContent = nameOf(customer);
				document.title = `${nameOf(customer)} – ContactHub emulator`;
				replace(documentPanel,
					element('div', { class: 'head' }, element('h2', {}, 'Document'),
						copyButton(() => textOf(customer), 'document', { 'data-key': 'copy document' })),
					json(customer, 'Document of the customer'));
			}
			if (eventsText !== shownEvents) {
				shownEvents = eventsText;
				const { elements, page } = parse(eventsText);
				count.textContent = page.totalElements.toLocaleString('en');
				replace(events, elements.length > 0 ? eventRows(elements, false) : empty('This customer has no events.'),
					pager(page, (to) => address('customers', id, { page: to })));
			}
		},
		fail(message) {
			shown = shownEvents = undefined;
			replace(documentPanel, alertOf(message));
			eventsPanel.hidden = true;
		},
	};
}

/** Return to the list as it was searched, if it is where the reader came from. */
function backToList(event) {
	if (state.cameFromList) {
		event.preventDefault();
		history.back();
	}
}

function kindOfStatus(status) {
	if (!status || status >= 500) {
		return 'failed';
	}
	return status >= 400 ? 'refused' : 'fine';
}

function requestRows(requests) {
	return rows('request', requests, (request) => String(request.id), (request) => [
		element('span', { class: 'status', 'data-kind': kindOfStatus(request.status), title: request.status ? null : 'no answer' },
			request.status || 'none'),
		element('span', { class: 'method' }, request.method),
		element('span', { class: 'where mono', title: request.url }, shortened(request.url)),
		element('span', { class: 'when' }, time(request.at)),
		element('span', { class: 'took' }, `${request.milliseconds.toLocaleString('en', { maximumFractionDigits: 1 })} ms`),
	], (request) => [
		element('div', { class: 'beside' }, element('span', {}, 'As a command'),
			copyButton(request.curl, 'curl line', { 'data-key': `copy ${request.id}` })),
		element('pre', { class: 'line', 'data-curl': true }, request.curl),
		parametersOf(request.url),
	].filter(Boolean));
}

/** Return a readable form of a URL: without what all of them begin with. */
function shortened(url) {
	const root = new URL(state.info.baseUrl).pathname;
	return decoded(url.startsWith(root) ? url.slice(root.length) : url)
		.replace(/^(\/workspaces\/[^/?]{8})[^/?]{5,}/, '$1…');
}

function parametersOf(url) {
	const parameters = [...new URLSearchParams(url.split(/\?(.*)/s)[1] ?? '')];
	if (parameters.length === 0) {
		return null;
	}
	return element('div', {}, element('div', { class: 'beside' }, 'Parameters'),
		element('dl', { class: 'facts' }, parameters.map(([name, value]) => [
			element('dt', { class: 'mono' }, name),
			element('dd', {}, structured(value)
				? json(parse(value), `Parameter ${name}`) : element('code', {}, value)),
		])));
}

function structured(text) {
	try {
		return typeof JSON.parse(text) === 'object' && text !== 'null';
	}
	catch {
		return false;
	}
}

/* ---------- the view of switches ---------- */

const numbers = [
	{ name: 'latency', group: 'Slow', label: 'Latency', hint: 'of each answer', unit: 'ms', read: milliseconds, write: (value) => `${value}ms` },
	{ name: 'latencyJitter', group: 'Slow', label: 'Jitter', hint: 'at most so much more', unit: 'ms', read: milliseconds, write: (value) => `${value}ms` },
	{ name: 'failureRate', group: 'Failing', label: 'Answered 503', hint: 'share of the requests', unit: '%', most: 100, read: percent, write: (value) => value / 100 },
	{ name: 'disconnectRate', group: 'Failing', label: 'Cut off', hint: 'share without any answer', unit: '%', most: 100, read: percent, write: (value) => value / 100 },
	{ name: 'lostAnswerRate', group: 'Failing', label: 'Answer lost', hint: 'share carried out, then cut off', unit: '%', most: 100, read: percent, write: (value) => value / 100 },
	{ name: 'rateLimit', group: 'Limited', label: 'Rate limit', hint: 'more is answered 429; 0 is none', unit: 'per second', read: Number, write: Number },
];

function switchesView() {
	const view = {
		key: 'switches',
		node: element('div', {}, element('div', { class: 'toolbar' }, element('h1', {}, 'Switches')),
			element('div', { class: 'columns' },
				element('div', { class: 'cards' }, faultsCard(), reindexingCard()),
				element('div', { class: 'cards' }, dataCard(), clockCard()))),
		load: async () => '',
		show: () => view.sync(),
		fail() {
		},
		dirty: new Set(),
		sync() {
			for (const number of numbers) {
				if (!view.dirty.has(number.name)) {
					const field = byId(number.name);
					const value = String(number.read(state.switches[number.name]));
					if (field.value !== value) {
						field.value = value;
					}
				}
			}
			byId('reindexing').checked = state.switches.reindexing;
			byId('now').textContent = state.info.now;
			byId('export').href = `export?${new URLSearchParams({ workspace: workspace() })}`;
		},
	};
	return view;
}

async function change(switches, message) {
	state.switches = JSON.parse(await sendJson('PATCH', 'switches', switches));
	showActive();
	state.view.sync?.();
	notify(message);
}

function faultsCard() {
	const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
	const field = (number) => element('div', { class: 'field' },
		element('label', { for: number.name }, number.label),
		element('span', { class: 'unit' }, element('input', {
			type: 'number', id: number.name, min: '0', max: number.most, step: number.most ? 'any' : '1', value: '0',
			'aria-describedby': `${number.name}-hint`,
			oninput: () => state.view.dirty.add(number.name),
		}), element('span', {}, number.unit)),
		element('span', { class: 'hint', id: `${number.name}-hint` }, number.hint));
	const apply = (changes, message) => attempt(problem, async () => {
		await change(changes, message);
		state.view.dirty.clear();
		state.view.sync();
	});
	return element('form', {
		class: 'panel card',
		id: 'faults',
		onsubmit: (event) => {
			event.preventDefault();
			const changes = {};
			for (const number of numbers) {
				changes[number.name] = number.write(byId(number.name).value || 0);
			}
			apply(changes, 'Applied');
		},
	},
	element('h2', {}, 'Slow and failing'),
	element('div', { class: 'fields' }, numbers.map(field)),
	problem,
	element('div', { class: 'actions' },
		element('button', { type: 'submit', class: 'main' }, 'Apply'),
		button('All off', () => apply({
			latency: '0ms', latencyJitter: '0ms', failureRate: 0, disconnectRate: 0, lostAnswerRate: 0, rateLimit: 0,
			reindexing: false,
		}, 'All switches are off'))));
}

function reindexingCard() {
	const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
	const toggle = element('input', {
		type: 'checkbox', role: 'switch', id: 'reindexing', 'aria-describedby': 'reindexing-hint',
		onchange: async () => {
			const wanted = toggle.checked;
			await attempt(problem, () => change({ reindexing: wanted }, wanted ? 'Reindexing' : 'No longer reindexing'));
			toggle.checked = state.switches.reindexing;
		},
	});
	return element('section', { class: 'panel card' },
		element('div', { class: 'toggle' }, element('h2', {}, element('label', { for: 'reindexing' }, 'Reindexing')), toggle),
		element('p', { id: 'reindexing-hint' }, 'Writes of customers and their parts are answered 423.'),
		problem);
}

function dataCard() {
	const problem = element('div', { class: 'problem', role: 'alert', hidden: true });
	return element('section', { class: 'panel card' },
		element('h2', {}, 'Data'),
		element('p', {}, 'A change may reach lists and queries later than the customer itself, and an event may be visible later than it was accepted.'),
		element('div', { class: 'actions' },
			button('Bring lists up to date', () => attempt(problem, async () => {
				await send('POST', 'index');
				notify('Lists and events are up to date');
				refresh();
			}), { id: 'index' })),
		element('div', { class: 'field' },
			element('label', { for: 'seed' }, 'Load customers and events'),
			element('input', { type: 'file', id: 'seed', accept: '.jsonl,.ndjson,.json,.txt', onchange: (event) => upload(event.target, problem) }),
			element('span', { class: 'hint' }, 'JSON Lines, one document a line; all of them or none')),
		problem,
		element('div', { class: 'actions' },
			element('a', { class: 'button', id: 'export', download: 'contacthub.jsonl' },
				'Download everything')),
		resetParts(problem));
}

function resetParts(problem) {
	const ask = element('div', { class: 'ask', role: 'group', 'aria-labelledby': 'ask', hidden: true,
		onkeydown: (event) => {
			if (event.key === 'Escape') {
				close();
			}
		} },
	element('p', { id: 'ask' }, 'The emulator goes back to how it started: data, switches, stubs, clock and remembered requests.'),
	element('div', { class: 'actions' },
		button('Reset now', () => attempt(problem, async () => {
			await send('POST', 'reset');
			close();
			state.view.dirty.clear();
			notify('The emulator is as it started');
			refresh();
		}), { class: 'danger', id: 'reset-now' }),
		button('Keep everything', () => close(), { id: 'keep' })));
	const opener = button('Reset …', () => {
		ask.hidden = false;
		opener.hidden = true;
		byId('keep').focus();
	}, { class: 'danger', id: 'reset' });
	function close() {
		ask.hidden = true;
		opener.hidden = false;
		opener.focus();
	}
	return [element('div', { class: 'actions' }, opener), ask];
}

function clockCard() {
	const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
	const advance = (text, duration) => button(text, () => attempt(problem, async () => {
		const { now } = JSON.parse(await sendJson('POST', 'clock', { advance: duration }));
		state.info.now = now;
		byId('now').textContent = now;
		notify(`It is ${now}`);
	}), { 'aria-label': `Move the clock by ${text.slice(1)}` });
	return element('section', { class: 'panel card' },
		element('h2', {}, 'Clock'),
		element('p', {}, 'It is ', element('span', { class: 'mono', id: 'now' }), ' here.'),
		problem,
		element('div', { class: 'actions' }, advance('+1 s', 'PT1S'), advance('+30 s', 'PT30S'), advance('+1 h', 'PT1H'),
			advance('+1 day', 'PT24H')));
}

async function upload(field, problem) {
	const file = field.files[0];
	if (!file) {
		return;
	}
	await attempt(problem, async () => {
		try {
			const query = new URLSearchParams({ workspace: workspace() });
			const loaded = JSON.parse(await send('POST', `seed?${query}`, { body: file, type: 'application/x-ndjson' }));
			notify(`Loaded ${plural(loaded.customers, 'customer', 'customers')}, ${plural(loaded.events, 'event', 'events')} and ${plural(loaded.sessions, 'session', 'sessions')}`);
			refresh();
		}
		catch (failure) {
			failure.line = (await file.text()).split(/\r\n|\n|\r/)[/^line (\d+)/.exec(failure.message)?.[1] - 1];
			throw failure;
		}
	});
	// so that the same file can be chosen again when it is mended
	field.value = '';
}

/** Do something that may be refused, and say so where the reader looks. */
async function attempt(problem, action) {
	problem.hidden = true;
	try {
		await action();
	}
	catch (failure) {
		problem.replaceChildren(failure.message);
		if (failure.line) {
			problem.append(element('code', {}, failure.line));
		}
		problem.hidden = false;
	}
}

/* ---------- the header ---------- */

function showState() {
	const text = state.reachable ? (state.live ? 'Live' : 'Paused') : 'No answer';
	const line = byId('state');
	if (line.textContent !== text) {
		line.textContent = text;
		line.dataset.state = state.reachable ? (state.live ? 'live' : 'paused') : 'gone';
	}
	byId('pause').hidden = false;
	byId('pause').textContent = state.live ? 'Pause' : 'Resume';
	byId('banner').hidden = state.reachable;
	if (!state.reachable && byId('banner').textContent === '') {
		byId('banner').textContent = 'The emulator does not answer. This page goes on as soon as it is back.';
	}
	else if (state.reachable) {
		byId('banner').textContent = '';
	}
}

function activeTexts(switches) {
	const latency = milliseconds(switches.latency);
	const jitter = milliseconds(switches.latencyJitter);
	const texts = [];
	if (latency > 0 || jitter > 0) {
		texts.push(jitter > 0 ? `Slow: ${latency}–${latency + jitter} ms` : `Slow: ${latency} ms`);
	}
	if (switches.failureRate > 0) {
		texts.push(`Failing: ${percent(switches.failureRate)} %`);
	}
	if (switches.disconnectRate > 0) {
		texts.push(`Cut off: ${percent(switches.disconnectRate)} %`);
	}
	if (switches.lostAnswerRate > 0) {
		texts.push(`Answers lost: ${percent(switches.lostAnswerRate)} %`);
	}
	if (switches.rateLimit > 0) {
		texts.push(`Limited: ${switches.rateLimit} per second`);
	}
	if (switches.reindexing) {
		texts.push('Reindexing');
	}
	return texts;
}

function showActive() {
	const texts = activeTexts(state.switches);
	const list = byId('active');
	list.hidden = texts.length === 0;
	if ([...list.children].map((child) => child.textContent).join() !== texts.join()) {
		replace(list, texts.map((text) => element('li', {}, element('a', { href: address('switches'), 'data-key': text }, text))));
	}
}

let shownConnection;

function showConnection() {
	const { baseUrl, token, workspaces } = state.info;
	const key = JSON.stringify([baseUrl, token, workspaces, workspace()]);
	if (key === shownConnection) {
		return;
	}
	shownConnection = key;
	const chosen = workspaces.find(({ id }) => id === workspace());
	replace(byId('connection'),
		fact('Base URL', element('code', { title: baseUrl }, baseUrl), copyButton(baseUrl, 'base URL', { 'data-key': 'copy url' })),
		choice('Workspace', workspaces.map(({ id }) => id), workspace(), (id) => location.hash = addressOfWorkspace(id)),
		choice('Node', chosen?.nodes.map(({ id }) => id) ?? [], undefined),
		tokenFact(token));
	byId('connection').hidden = false;
}

function addressOfWorkspace(id) {
	const name = state.route.name;
	return `#/${name}?${new URLSearchParams({ workspace: id })}`;
}

function fact(label, ...parts) {
	return element('div', { class: 'fact' }, element('span', { class: 'label' }, label), element('div', { class: 'value' }, parts));
}

function choice(label, ids, chosen, onchange) {
	const key = label.toLowerCase();
	if (ids.length <= 1) {
		return fact(label, element('code', { title: ids[0] }, ids[0] ?? '–'), copyButton(ids[0] ?? '', key, { 'data-key': `copy ${key}` }));
	}
	const list = element('select', { 'aria-label': label, 'data-key': key, onchange: () => onchange?.(list.value) },
		ids.map((id) => element('option', { value: id, selected: id === chosen }, id)));
	return fact(label, list, copyButton(() => list.value, key, { 'data-key': `copy ${key}` }));
}

function tokenFact(token) {
	const value = element('code', { id: 'token' }, '••••••••••••');
	const toggle = button('Show', () => {
		const shown = toggle.textContent === 'Hide';
		value.textContent = shown ? '••••••••••••' : token;
		toggle.textContent = shown ? 'Show' : 'Hide';
		toggle.setAttribute('aria-label', shown ? 'Show token' : 'Hide token');
	}, { class: 'small', 'aria-label': 'Show token', 'data-key': 'show token' });
	return fact('Token', value, toggle, copyButton(token, 'token', { 'data-key': 'copy token' }));
}

function showCurrentView() {
	for (const link of document.querySelectorAll('#views a')) {
		const name = link.dataset.view;
		link.href = address(name);
		if (name === state.route.name) {
			link.setAttribute('aria-current', 'page');
		}
		else {
			link.removeAttribute('aria-current');
		}
	}
}

/* ---------- to go on and on ---------- */

let timer;
let running;

/** Read what is shown anew; a read that goes on is given up. */
async function refresh({ viewToo = true } = {}) {
	clearTimeout(timer);
	running?.abort();
	const turn = running = new AbortController();
	const patience = setTimeout(() => turn.abort(new Unreachable()), PATIENCE);
	const begin = performance.now();
	try {
		const [info, switches] = await Promise.all([get('info', {}, turn.signal), get('switches', {}, turn.signal)]);
		state.info = JSON.parse(info);
		state.switches = JSON.parse(switches);
		if (!state.reachable) {
			viewToo = true;
		}
		state.reachable = true;
		showConnection();
		showActive();
		showCurrentView();
		state.view.sync?.();
		if (viewToo) {
			await refreshView(turn.signal);
		}
	}
	catch (failure) {
		if (turn !== running) {
			return;
		}
		if (failure instanceof Refused) {
			state.reachable = true;
			state.view.text = undefined;
			state.view.fail(failure.message);
			byId('content').setAttribute('aria-busy', 'false');
		}
		else {
			state.reachable = false;
			if (!(failure instanceof Unreachable) && failure.name !== 'AbortError') {
				console.error(failure);
			}
		}
	}
	finally {
		clearTimeout(patience);
	}
	if (turn === running) {
		showState();
		// what takes long is asked for less often
		schedule(Math.max(INTERVAL, 5 * (performance.now() - begin)));
	}
}

async function refreshView(signal) {
	const view = state.view;
	const text = await view.load(signal);
	const key = `${location.hash}\n${text}`;
	if (view === state.view && view.text !== key) {
		view.text = key;
		view.show(text);
	}
	byId('content').setAttribute('aria-busy', 'false');
}

function schedule(pause) {
	clearTimeout(timer);
	if (!document.hidden) {
		timer = setTimeout(() => refresh({ viewToo: state.live }), pause);
	}
}

function navigate() {
	const before = state.view?.key;
	state.route = readRoute();
	const { title, create } = views[state.route.name];
	const view = create();
	if (before === view.key) {
		// another page or search of the same list: what stands around it stays
		const field = state.view.node.querySelector('input[type="search"]');
		if (field && field !== document.activeElement) {
			field.value = state.route.parameters.get('search') ?? '';
		}
	}
	else {
		state.cameFromList = before === 'customers';
		state.view = view;
		byId('content').setAttribute('aria-busy', 'true');
		byId('content').replaceChildren(view.node);
		document.title = `${title} – ContactHub emulator`;
		if (before !== undefined) {
			byId('content').focus({ preventScroll: true });
			scrollTo(0, 0);
		}
	}
	showCurrentView();
	refresh();
}

addEventListener('hashchange', navigate);

document.addEventListener('visibilitychange', () => {
	if (document.hidden) {
		clearTimeout(timer);
	}
	else {
		refresh({ viewToo: state.live });
	}
});

byId('pause').addEventListener('click', () => {
	state.live = !state.live;
	showState();
	if (state.live) {
		refresh();
	}
});

byId('skip').addEventListener('click', (event) => {
	event.preventDefault();
	byId('content').focus();
});

navigate();
