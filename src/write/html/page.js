// SPDX-License-Identifier: MIT
// What a page does with a script: it filters its entries as one types, and shows
// what a term means beside a link to it.  Without it, all is there and linked.
(() => {
	'use strict';

	// --- the filter ---

	const entries = [];
	for (const dt of document.querySelectorAll('dl.glossary > dt')) {
		const dd = dt.nextElementSibling;
		const last = entries[entries.length - 1];
		// the ids are its other names
		const names = dt.textContent.replace(/ #$/, '') + ' ' +
			[...dt.querySelectorAll('[id]')].map(n => n.id).join(' ');
		if (last && last.nodes[last.nodes.length - 1].nextElementSibling === dt &&
		    last.nodes[last.nodes.length - 1].tagName === 'DT') {
			last.nodes.push(dt, dd);
			last.names += ' ' + fold(names);
		} else {
			entries.push({ nodes: dd && dd.tagName === 'DD' ? [dt, dd] : [dt],
				names: fold(names), shown: true });
		}
	}

	function fold(words) {
		return words.toLowerCase().normalize('NFKD')
			.replace(/[\u0300-\u036f]/g, '').replace(/[\s-]+/g, ' ').trim();
	}

	// Is it another form of a word, "hens" of "hen"?  They begin alike.
	function alike(word, other) {
		let n = 0;
		while (n < word.length && word[n] === other[n])
			n++;
		return n > 2 && word.length - n < 4 && other.length - n < 4;
	}

	const form = document.getElementById('-search');
	if (form && entries.length) {
		const input = form.querySelector('input');
		const output = form.querySelector('output');
		const rest = document.querySelectorAll(
			'main > :not(section):not(dl.glossary), ' +
			'main section > :not(section):not(dl.glossary):not(:first-child)');
		const sections = [...document.querySelectorAll('main section')];

		const filter = () => {
			const words = fold(input.value), typed = words.split(' ');
			const exact = !words || entries.some(e => e.names.includes(words));
			let count = 0;
			for (const e of entries) {
				const show = !words || (exact ? e.names.includes(words) :
					typed.every(t => e.names.split(' ').some(n => alike(t, n))));
				count += show;
				if (show !== e.shown) {
					for (const n of e.nodes)
						n.hidden = !show;
					e.shown = show;
				}
			}
			for (const n of rest)
				n.hidden = words !== '';
			for (const s of sections)
				s.hidden = words !== '' &&
					!s.querySelector('dl.glossary > dt:not([hidden])');
			output.textContent = words ? String(count) : '';
		};

		form.hidden = false;
		input.addEventListener('input', filter);
		form.addEventListener('submit', e => {
			const first = entries.find(x => x.shown);
			e.preventDefault();
			if (first)
				first.nodes[0].scrollIntoView();
		});
		document.addEventListener('keydown', e => {
			if (e.key === '/' && !e.ctrlKey && !e.metaKey && !e.altKey &&
			    !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
				e.preventDefault();
				input.focus();
			} else if (e.key === 'Escape' && document.activeElement === input) {
				input.value = '';
				filter();
			}
		});
		// a link to an entry that is filtered away shows all again
		window.addEventListener('hashchange', () => {
			const to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
			if (to && to.closest('[hidden]')) {
				input.value = '';
				filter();
				to.scrollIntoView();
			}
		});
	}

	// --- what a term means, beside a link to it ---

	const tip = document.createElement('div');
	let owner = null, timer = 0;
	tip.className = 'meaning';
	tip.id = '-tip';
	tip.hidden = true;
	tip.setAttribute('role', 'tooltip');
	document.body.append(tip);

	function meaning(link) {
		if (link.dataset.meaning)
			return link.dataset.meaning;
		const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
		const dt = to && to.closest('dt');
		let dd = dt && dt.nextElementSibling;
		while (dd && dd.tagName === 'DT')
			dd = dd.nextElementSibling;
		const p = dd && dd.querySelector('p, li');
		const text = p ? p.textContent.replace(/\s+/g, ' ').trim() : '';
		const lang = document.documentElement.lang || 'en';
		if (!text || !window.Intl || !Intl.Segmenter)
			return text;
		const first = new Intl.Segmenter(lang, { granularity: 'sentence' })
			.segment(text)[Symbol.iterator]().next().value;
		return first.segment.trim();
	}

	function show(link) {
		const text = meaning(link);
		const at = link.getBoundingClientRect();
		if (!text)
			return;
		hide();
		owner = link;
		tip.textContent = text;
		tip.hidden = false;
		link.setAttribute('aria-describedby', tip.id);
		const width = tip.offsetWidth, height = tip.offsetHeight;
		const room = document.documentElement.clientWidth;
		const below = at.bottom + height + 8 < window.innerHeight;
		tip.style.left = Math.max(8, Math.min(at.left, room - width - 8)) +
			window.scrollX + 'px';
		tip.style.top = (below ? at.bottom + 4 : at.top - height - 4) +
			window.scrollY + 'px';
	}

	function hide() {
		clearTimeout(timer);
		if (owner)
			owner.removeAttribute('aria-describedby');
		owner = null;
		tip.hidden = true;
	}

	function later() {
		clearTimeout(timer);
		timer = setTimeout(hide, 250);
	}

	const links = 'main a.term';
	document.addEventListener('mouseover', e => {
		const link = e.target.closest(links);
		if (link && link !== owner) {
			clearTimeout(timer);
			timer = setTimeout(() => show(link), 200);
		} else if (link || e.target.closest('.meaning')) {
			clearTimeout(timer);
		} else if (owner) {
			later();
		}
	});
	document.addEventListener('mouseout', e => {
		if (e.target.closest(links) || e.target.closest('.meaning'))
			later();
	});
	document.addEventListener('focusin', e => {
		const link = e.target.closest(links);
		if (link && link.matches(':focus-visible'))
			show(link);
		else if (owner)
			hide();
	});
	document.addEventListener('keydown', e => {
		if (e.key === 'Escape')
			hide();
	});

	// --- code to copy, without prompts ---

	// "# " may begin a comment: it goes where each line is a command
	function commands(text) {
		const lines = text.split('\n');
		const all = lines.every(l => !l || /^[$#] /.test(l));
		return /^[$#] /.test(text) ?
			lines.map(l => l.replace(all ? /^[$#] / : /^\$ /, '')).join('\n') : text;
	}

	const copy = document.querySelector('main[data-copy]');
	for (const pre of copy && navigator.clipboard ? copy.querySelectorAll('pre') : []) {
		const button = document.createElement('button');
		const text = commands(pre.textContent);
		button.type = 'button';
		button.textContent = copy.dataset.copy;
		button.addEventListener('click', () => navigator.clipboard.writeText(text)
			.then(() => {
				button.textContent = '\u2713';
				setTimeout(() => { button.textContent = copy.dataset.copy; }, 1500);
			}, () => button.remove()));
		pre.append(button);
	}

	// --- where one is, in the contents ---

	const lines = new Map();
	for (const a of document.querySelectorAll('nav a')) {
		const to = document.getElementById(decodeURIComponent(a.hash.slice(1)));
		if (to)
			lines.set(to, a);
	}
	if (lines.size && window.IntersectionObserver) {
		const seen = new Set();
		const observer = new IntersectionObserver(changes => {
			for (const c of changes)
				c.isIntersecting ? seen.add(c.target) : seen.delete(c.target);
			const here = [...lines.keys()].find(s => seen.has(s));
			for (const [s, a] of lines)
				s === here ? a.setAttribute('aria-current', 'true')
					: a.removeAttribute('aria-current');
		}, { rootMargin: '0px 0px -70% 0px' });
		for (const s of lines.keys())
			observer.observe(s);
	}
})();
