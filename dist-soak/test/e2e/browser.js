// Finds a Chromium on this machine and opens pages in it that reach nothing but this machine.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];
/** @returns the path of the Chromium that CHROMIUM_PATH names, or else of an installed one, if there is any */
export function findChromium() {
    const named = process.env['CHROMIUM_PATH'];
    if (!named)
        return USUAL_PATHS.find((path) => existsSync(path));
    if (!existsSync(named))
        throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
    return named;
}
export async function launchChromium(executablePath) {
    return chromium.launch({ executablePath, args: FLAGS });
}
/** A page of its own context, in which requests to other machines fail. */
export async function openPage(browser, viewport) {
    const context = await browser.newContext({ viewport, locale: 'en-US', serviceWorkers: 'block' });
    await context.route(({ hostname }) => !['localhost', '127.0.0.1'].includes(hostname), (route) => route.abort());
    return context.newPage();
}
//# sourceMappingURL=browser.js.map