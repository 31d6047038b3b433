// Finds the pages of a site by its links, one of each kind, so that a new page is met without being listed here.
"use strict";

/** The files behind links: what a browser saves or a program reads is no page. */
const FILE = /\.(ics|csv|json|pdf|eml|svg|css|js|xlsx|zip)$|\/(source|html)$|\/attachments\//;

/** The kind of page behind an address: its path with every id as `{}`, and the names in its query. */
function kind(address) {
  const { pathname, searchParams } = new URL(address);
  const path = pathname
    .split("/")
    .map((part) => (/^\d+$|[0-9a-f]{8}-[0-9a-f]{4}-|^[\w-]{30,}$/.test(part) ? "{}" : part))
    .join("/")
    // One page for each mail: the first stands for all.
    .replace(/\/mail-words\/\w+$/, "/mail-words/{}");
  const names = [...new Set(searchParams.keys())].filter((name) => name !== "done").sort();
  return names.length ? `${path}?${names.join("&")}` : path;
}

/** The links of a page that lead to pages of the same site, in its present language. */
async function links(page, within) {
  const all = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((a) => a.href.split("#")[0]));
  return all.filter((href) => {
    if (!href.startsWith(within) || /[?&]lang=/.test(href)) return false;
    return !FILE.test(new URL(href).pathname);
  });
}

/**
 * Walks from these addresses along the links below `within` and gives `[{ kind, address }]`, one of each kind.
 * `skip` leaves kinds out that another walk meets.
 */
async function crawl(who, starts, within, skip = () => false) {
  const { page } = who;
  const found = new Map();
  const ahead = [...starts];
  while (ahead.length > 0) {
    const address = ahead.shift();
    const name = kind(address);
    if (found.has(name) || skip(name)) continue;
    found.set(name, address);
    const answer = await page.goto(address);
    if (!answer.ok()) throw new Error(`${address} is linked and answers ${answer.status()}`);
    ahead.push(...(await links(page, within)));
  }
  return [...found].map(([name, address]) => ({ kind: name, address }));
}

module.exports = { crawl, kind };
