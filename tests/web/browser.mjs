// SPDX-License-Identifier: MIT
// Opens web pages in Chromium and tells what is wrong with each:
// node browser.mjs CHROMIUM FILE...
// or, of pages of hostile text, whether any of it ran, or went anywhere:
// node browser.mjs CHROMIUM --canary FILE...
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , executablePath, ...given] = process.argv;
const canary = given[0] === '--canary';
const files = canary ? given.slice(1) : given;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let faults = 0;

function fault(file, what) {
	console.log(`${file}: ${what}`);
	faults++;
}

const browser = await chromium.launch({
	executablePath, args: ['--no-sandbox', '--disable-gpu'] });

// A script that runs calls one of these, opens a dialog, or asks for a file; an
// element or a handler that nobody wrote is found in the tree.
async function listen(files) {
	const page = await browser.newPage();
	let own, file;
	await page.exposeFunction('fired', what => fault(file, `it ran: ${what}`));
	await page.addInitScript(() => {
		for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
			window[name] = () => window.fired(name);
	});
	page.on('dialog', d => { fault(file, 'a dialog'); d.dismiss(); });
	page.on('request', r => {
		if (r.resourceType() !== 'image' && (own || !r.url().startsWith('file:')))
			fault(file, `a request: ${r.url()}`);
		own = true;
	});
	for (file of files) {
		own = false;
		await page.goto(pathToFileURL(file).href);
		await look(page, file);
	}
	await page.close();
}

async function look(page, file) {
	const faults = await page.evaluate(() => {
		const found = [];
		const names = /^(A|B|BLOCKQUOTE|BODY|BR|BUTTON|CAPTION|CODE|DD|DFN|DIV|DL|DT|EM|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEAD|HEADER|HR|HTML|IMG|INPUT|LABEL|LI|LINK|MAIN|META|NAV|OL|OUTPUT|P|PRE|S|SCRIPT|SECTION|SPAN|STRONG|STYLE|SUB|SUP|TABLE|TBODY|TD|TFOOT|TH|THEAD|TITLE|TR|UL|VAR)$/;
		for (const e of document.querySelectorAll('*')) {
			if (!names.test(e.tagName) && !/MathML/.test(e.namespaceURI))
				found.push(`an element: ${e.tagName}`);
			for (const a of e.attributes)
				if (/^(on|style$|srcdoc$|formaction$)/i.test(a.name))
					found.push(`an attribute: ${a.name}`);
			for (const at of ['href', 'src'])
				if (e.hasAttribute(at) && !/^(file|https?|mailto|ftp|news|tel):/
					.test(new URL(e.getAttribute(at), document.baseURI).protocol))
					found.push(`an address: ${e.getAttribute(at)}`);
		}
		for (const s of document.querySelectorAll('script'))
			if (s.type === 'application/ld+json')
				JSON.parse(s.textContent);
		if (document.querySelectorAll('script:not([type])').length !== 1)
			found.push('another script');
		return found;
	});
	for (const f of faults)
		fault(file, f);
	// what the script makes of the text is text, too
	const field = page.locator('input[type=search]');
	if (await field.count()) {
		await field.fill('<img src=x onerror=alert(1)>');
		await field.fill('');
	}
	await page.evaluate(() => {
		for (const a of [...document.querySelectorAll('main a.term')].slice(0, 20))
			a.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
	});
}

if (canary)
	await listen(files);

for (const file of canary ? [] : files) {
	for (const colorScheme of ['light', 'dark']) {
		const page = await browser.newPage({
			viewport: { width: 320, height: 640 }, colorScheme });
		page.on('dialog', d => { fault(file, `a dialog: ${d.message()}`); d.dismiss(); });
		page.on('pageerror', e => fault(file, e.message));
		page.on('console', m => m.type() === 'error' && fault(file, m.text()));
		page.on('request', r => r.url().startsWith('file:') ||
			fault(file, `a request: ${r.url()}`));
		await page.goto(pathToFileURL(file).href);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		if (width > 320)
			fault(file, `it is ${width} pixels wide where there are 320`);
		// a page that lets its own script alone run takes none of axe's
		if (!await page.locator('meta[http-equiv="Content-Security-Policy"]').count()) {
			await page.addScriptTag({ path: axe });
			const { violations } = await page.evaluate(t =>
				axe.run(document, { runOnly: t }), tags);
			for (const v of violations)
				fault(file, `${colorScheme}: ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 200)}`);
		}
		const field = page.locator('input[type=search]');
		if (await field.count() && colorScheme === 'light') {
			await page.keyboard.press('/');
			await page.keyboard.type('zzzz');
			const count = await page.locator('output').textContent();
			if (count.trim() !== '0')
				fault(file, `the filter says "${count}" for what is not there`);
			// a name is found, and so is another form of its word
			const word = await page.locator('dl.glossary > dt').first()
				.evaluate(e => e.textContent.match(/\p{L}{5,}/u)?.[0] ?? '');
			for (const typed of word ? [word, `${word}zq`] : []) {
				await field.fill(typed);
				const found = await page.locator('output').textContent();
				if (!(Number(found) > 0))
					fault(file, `the filter finds "${found}" for ${typed}`);
			}
			await page.keyboard.press('Escape');
		}
		await page.close();
	}
}
await browser.close();
process.exit(faults ? 1 : 0);
