// Finds a Chromium on this machine and opens pages in it that reach nothing but this machine.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, type ViewportSize, chromium } from 'playwright-core';

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

/**
 * @returns the path of the Chromium that CHROMIUM_PATH names, or else of an installed one; undefined where there is
 *   none, which it says
 */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH: named } = process.env;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  const path = [named ?? '', ...USUAL_PATHS].find((each) => existsSync(each));
  if (path === undefined) {
    process.stderr.write('No Chromium was found, so browser tests are skipped. Name one in CHROMIUM_PATH.\n');
  }
  return path;
}

export async function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * A browser that lets no frame of another site keep anything, as many people have set theirs.
 * @param folder - empty, for its profile
 * @param hosts - names that stand for this machine
 */
export async function launchStrictChromium(
  executablePath: string,
  folder: string,
  hosts: readonly string[],
): Promise<BrowserContext> {
  const preferences = { profile: { block_third_party_cookies: true, cookie_controls_mode: 1 } };
  mkdirSync(join(folder, 'Default'));
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const rules = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(', ');
  return chromium.launchPersistentContext(folder, {
    executablePath,
    args: [...FLAGS, `--host-resolver-rules=${rules}`],
    locale: 'en-US',
  });
}

/** A page of its own context, in which requests to other machines fail. */
export async function openPage(browser: Browser, viewport: ViewportSize): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-US', serviceWorkers: 'block' });
  await context.route(
    ({ hostname }) => !['localhost', '127.0.0.1'].includes(hostname),
    (route) => route.abort(),
  );
  return context.newPage();
}
