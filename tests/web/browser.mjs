// SPDX-License-Identifier: MIT
// Opens web pages in Chromium and tells what is wrong with each:
// node browser.mjs CHROMIUM FILE...
import { chromium } from 'playwright-core';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , executablePath, ...files] = process.argv;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let faults = 0;

function fault(file, what) {
	console.log(`${file}: ${what}`);
	faults++;
}

const browser = await chromium.launch({
	executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const file of files) {
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
		}
		await page.close();
	}
}
await browser.close();
process.exit(faults ? 1 : 0);
