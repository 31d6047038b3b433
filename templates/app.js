// What pages gain with JavaScript; each works without. Forms are sent once, times are told in the reader's own zone
// too, long topic lists get a search field,
// and a part marked data-refresh (seconds) is fetched anew until it is no longer marked.
"use strict";

for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
  });
}
// A page that comes back from the browser's memory can be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});

// Times in the reader's own zone, where it is another one than the event's: data-own-zone says how.
const lang = document.documentElement.lang.replace("en", "en-GB");
for (const list of document.querySelectorAll("[data-own-zone]")) {
  if (!list.dataset.ownZone) continue;
  for (const time of list.querySelectorAll("time[data-until]")) {
    const [from, until] = [new Date(time.dateTime), new Date(time.dataset.until)];
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime);
    if (-from.getTimezoneOffset() === (sign === "-" ? -1 : 1) * (60 * hours + +minutes)) continue;
    const clock = (at) => at.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const day = from.toLocaleDateString("sv") === time.dateTime.slice(0, 10) ? "" : `${from.toLocaleDateString(lang, { day: "numeric", month: "short" })}, `;
    const parts = new Intl.DateTimeFormat("en", { timeZoneName: "shortOffset" }).formatToParts(from);
    const zone = parts.find((part) => part.type === "timeZoneName").value.replace("GMT", "UTC");
    const own = document.createElement("span");
    own.className = "own-time";
    own.textContent = list.dataset.ownZone.replace("{time}", `${day}${clock(from)}–${clock(until)}`).replace("{zone}", zone);
    time.after(" ", own);
  }
}

// The time zone of the device is proposed where nothing has been said: data-device-zone marks the field.
for (const select of document.querySelectorAll("[data-device-zone] select")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || select.value) continue;
  if (![...select.options].some((option) => option.value === zone)) select.add(new Option(zone.replace(/.*\//, "").replaceAll("_", " "), zone));
  select.value = zone;
}

// A question that is asked by the answer to another one is hidden until it is given: data-asked-if says which answers
// to which fields. What is hidden is not sent to be checked: the server asks by the same answers.
const conditional = [...document.querySelectorAll("[data-asked-if]")];
const answersTo = (form, name) => [...form.elements]
  .filter((field) => field.name === name && (!/^(radio|checkbox)$/.test(field.type) || field.checked) && !field.closest("[hidden]"))
  .map((field) => field.value);
const ask = () => {
  for (const part of conditional) {
    const form = part.closest("form");
    part.hidden = !part.dataset.askedIf.split(" ").every((one) => {
      const [name, wanted] = one.split("=");
      return answersTo(form, name).some((value) => wanted.split("|").includes(value));
    });
  }
};
if (conditional.length) {
  document.addEventListener("change", ask);
  ask();
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

for (const list of document.querySelectorAll("[data-filter]")) {
  const rows = [...list.querySelectorAll("fieldset.topic")];
  if (rows.length < 12) continue;
  const label = document.createElement("label");
  label.textContent = list.dataset.filter;
  label.htmlFor = "topics-filter";
  const input = document.createElement("input");
  input.type = "search";
  input.id = "topics-filter";
  const count = document.createElement("p");
  count.className = "help";
  count.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "field topics-filter no-print";
  box.append(label, input, count);
  list.prepend(box);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  input.addEventListener("input", () => {
    const wanted = plain(input.value.trim());
    let shown = 0;
    for (const row of rows) {
      row.hidden = !plain(row.querySelector("legend").textContent).includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    for (const group of list.querySelectorAll(".topic-group")) group.hidden = !group.querySelector(".topic:not([hidden])");
    count.textContent = wanted ? `${shown} ${list.dataset.count}` : "";
  });
}

async function refresh(part) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  const page = answer && answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const fresh = page && page.getElementById(part.id);
  // When the part has lost its mark or is gone, the work is done and the page has more to show.
  if (page && !(fresh && fresh.dataset.refresh)) return location.reload();
  if (fresh) part.replaceChildren(...fresh.childNodes);
  setTimeout(refresh, 1000 * part.dataset.refresh, part);
}
for (const part of document.querySelectorAll("[data-refresh][id]")) setTimeout(refresh, 1000 * part.dataset.refresh, part);
