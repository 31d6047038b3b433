// What can be said of a page by machine: accessibility by two checkers, valid HTML, width, colours.
"use strict";

const fs = require("node:fs");
const { HtmlValidate } = require("html-validate");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SNIFFER = fs.readFileSync(require.resolve("html_codesniffer/build/HTMLCS.js"), "utf8");
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Rules whose answer depends on how wide the window is. */
const OF_WIDTH = ["target-size", "scrollable-region-focusable", "region"];

/** axe-core's findings: all its rules, or those named. */
async function axe(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: LEVELS };
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    return violations.map((one) => `axe ${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, runOnly);
}

/** HTML_CodeSniffer's errors at WCAG 2 AA. */
async function sniff(page) {
  await page.evaluate(SNIFFER);
  return page.evaluate(async () => {
    // It does not know that a user name may be an e-mail address (HTML Standard, Autofill, control group Username), and
    // falls over its own message.
    const names = [...document.querySelectorAll("[type=email][autocomplete=username]")];
    for (const one of names) one.setAttribute("autocomplete", "email");
    const found = await new Promise((resolve) => {
      const told = () => window.HTMLCS.getMessages().filter((one) => one.type === window.HTMLCS.ERROR);
      window.HTMLCS.process("WCAG2AA", document, () => resolve(told()), () => resolve([{ code: "failed", msg: "", element: document }]));
    });
    for (const one of names) one.setAttribute("autocomplete", "username");
    return found.map((one) => `sniffer ${one.code}: ${one.msg.slice(0, 120)} ${one.element.outerHTML?.slice(0, 160)}`);
  });
}

const validator = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-trailing-whitespace": "off" } });

/** html-validate's errors in a page as it was sent. */
async function validity(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((one) => one.messages.map((told) => `html ${told.ruleId} line ${told.line}: ${told.message}`));
}

/** By how many pixels the page is wider than its window, and what sticks out. */
async function tooWide(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const out = [];
    for (let one = texts.nextNode(); one && out.length < 3; one = texts.nextNode()) {
      const range = document.createRange();
      range.selectNode(one);
      if (range.getBoundingClientRect().right > root.clientWidth + 0.5) out.push((one.outerHTML || one.parentElement.outerHTML).slice(0, 120));
    }
    return [`${over} px too wide: ${out.join(" | ")}`];
  });
}

/**
 * What is too wide at these widths once every text is two fifths longer, as one is in another language (a pseudo-locale):
 * each word of five letters or more is drawn out. The page is not fit for anything else afterwards.
 */
async function lengthened(page, widths) {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let one = texts.nextNode(); one; one = texts.nextNode()) {
      if (one.parentElement.closest("script, style, svg, .code, [translate=no]")) continue;
      one.data = one.data.replace(/\p{L}{5,20}/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase());
    }
  });
  const size = page.viewportSize();
  const found = [];
  for (const width of widths) {
    await page.setViewportSize({ ...size, width });
    found.push(...(await tooWide(page)).map((one) => `longer words at ${width} px: ${one}`));
  }
  await page.setViewportSize(size);
  return found;
}

/**
 * Every entry of an error summary stands once more at its field, in the same words, and leads to what can be typed in; where
 * nothing that is typed would help, to the link that does.
 */
async function errorSummary(page) {
  // A browser gives the focus with the next frame it draws, which may be after the page has loaded.
  await page.waitForFunction(() => document.activeElement === document.querySelector("main .error-summary"), undefined, { timeout: 5000 }).catch(() => {});
  return page.evaluate(() => {
    const summary = document.querySelector("main .error-summary");
    if (!summary) return ["no error summary"];
    const found = [];
    if (document.activeElement !== summary) found.push("the summary has no focus");
    const entries = [...summary.querySelectorAll("a")];
    if (entries.length === 0) found.push("an empty summary");
    for (const entry of entries) {
      const target = document.querySelector(entry.getAttribute("href"));
      if (!target || !target.matches("input, select, textarea, button, a[href]")) found.push(`leads nowhere: ${entry.outerHTML}`);
      else {
        const told = (target.getAttribute("aria-describedby") || "").split(" ").map((id) => document.getElementById(id)?.textContent.trim());
        const group = target.closest("fieldset[aria-describedby]")?.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id)?.textContent.trim()) || [];
        if (![...told, ...group].includes(entry.textContent.trim())) found.push(`not said at its field: ${entry.textContent}`);
        if (!target.matches("a") && target.getAttribute("aria-invalid") !== "true") found.push(`not marked: ${target.id}`);
      }
    }
    return found;
  });
}

/** What is lost if a mail program throws every style away: words that run together, a heading, the width. */
async function withoutStyles(page) {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("style")) one.remove();
    for (const one of document.querySelectorAll("[style]")) one.removeAttribute("style");
  });
  const found = await page.evaluate(() => {
    const wrong = [];
    if (document.querySelectorAll("h1").length !== 1) wrong.push("not one heading");
    if (/\p{L}{40,}/u.test(document.body.innerText)) wrong.push("words run together");
    for (const link of document.querySelectorAll("a")) if (!link.innerText.trim()) wrong.push(`a link without words: ${link.href}`);
    return wrong;
  });
  return found.map((one) => `without styles: ${one}`);
}

module.exports = { axe, sniff, validity, tooWide, lengthened, errorSummary, withoutStyles, OF_WIDTH };
