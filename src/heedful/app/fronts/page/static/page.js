// One page, one websocket. Words from the robot and from people are text nodes, never markup.
"use strict";
const $ = id => document.getElementById(id);
const KEPT = 600;                       // lines that stay in the page
const MARKS = {ahead: "○", running: "▶", succeeded: "✓", failed: "✗", timeout: "✗", interrupted: "‖", unverified: "?", dropped: "·"};
const DOING = {"at rest": "At rest", working: "Working", held: "Held", stopped: "Protective stop"};
let socket = null, tries = 0, status = {}, stopAsked = 0, history = [], at = 0, draft = "", patience = 0, stuck = true;

function make(tag, name, ...children) {
  const el = document.createElement(tag);
  if (name) el.className = name;
  el.append(...children.filter(c => c !== null && c !== undefined && c !== ""));
  return el;
}

// ---- the line to the robot
function open() {
  const at = (location.protocol === "https:" ? "wss://" : "ws://") + location.host + "/talk";
  const mine = socket = new WebSocket(at);
  mine.binaryType = "blob";
  mine.onopen = () => { tries = 0; lost(false); if (stopAsked && Date.now() - stopAsked < 10000) send({stop: true}); stopAsked = 0; };
  mine.onmessage = e => typeof e.data === "string" ? told(JSON.parse(e.data)) : picture(e.data);
  mine.onclose = () => { if (mine === socket) { lost(true); setTimeout(open, Math.min(4000, 250 * 2 ** tries++)); } };
}
function send(message) {
  if (!socket || socket.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(message));
  return true;
}
setInterval(() => send({alive: true}), 500);   // somebody is here, and could press STOP
function lost(is) { $("lost").hidden = !is; document.body.classList.toggle("lost", is); }

// ---- STOP: sent before anything is drawn
function stop() {
  if (!send({stop: true})) stopAsked = Date.now();
  $("stop").classList.add("pressed");
  setTimeout(() => $("stop").classList.remove("pressed"), 160);
}
$("stop").addEventListener("pointerdown", e => { if (e.button === 0) { e.preventDefault(); stop(); } });
$("stop").addEventListener("click", e => { if (e.detail === 0) stop(); });   // by keyboard or assistive technology
window.addEventListener("keydown", e => {
  const typing = e.target === $("words") && $("words").value !== "";
  if (e.key === "Escape" || (e.key === " " && !typing && !e.ctrlKey && !e.metaKey && !e.altKey)) {
    e.preventDefault();
    e.stopPropagation();
    if (!e.repeat) stop();
  }
}, true);
window.addEventListener("keyup", e => { if (e.key === " " && e.target.tagName === "BUTTON") e.preventDefault(); }, true);
// Turning the view takes the keyboard away with it; keys belong to STOP and to words.
window.addEventListener("blur", () => setTimeout(() => {
  if (document.activeElement && document.activeElement.tagName === "IFRAME") { document.activeElement.blur(); window.focus(); $("words").focus({preventScroll: true}); }
}, 0));

window.addEventListener("message", e => {
  const frame = $("stage").querySelector("iframe");
  if (e.data === "stop" && frame && e.source === frame.contentWindow) stop();   // all that the view may ask for
});

// ---- words
function say(text) {
  text = text.trim();
  if (!text) return;
  if (!send({say: text})) return;
  history.push(text);
  at = history.length;
}
$("ask").addEventListener("submit", e => {
  e.preventDefault();
  if (socket && socket.readyState === WebSocket.OPEN) { say($("words").value); $("words").value = ""; }
});
$("words").addEventListener("keydown", e => {
  if (e.key !== "ArrowUp" && e.key !== "ArrowDown") return;
  e.preventDefault();
  if (at === history.length) draft = $("words").value;
  at = Math.max(0, Math.min(history.length, at + (e.key === "ArrowUp" ? -1 : 1)));
  $("words").value = at === history.length ? draft : history[at];
});
$("undo").addEventListener("click", () => say("undo that"));
$("goon").addEventListener("click", () => say("go on"));
$("reset").addEventListener("click", () => { if (confirm("Is the robot, and everybody near it, safe? The protective stop is lifted.")) send({reset: true}); });

// ---- what comes
function told(message) {
  if (message.hello) hello(message.hello);
  else if (message.line) line(message.line);
  else if (message.status) show(message.status);
  else if (message.reward !== undefined) reward(message.reward);
  else if (message.terms) terms(message.terms);
  else if (message.viewing) { clearTimeout(patience); document.body.dataset.viewing = "yes"; }
}
function hello(about) {
  $("who").textContent = [about.robot, about.world].filter(Boolean).join(" · ");
  document.title = `Heedful · ${about.robot}`;
  $("chat").replaceChildren(make("li", "hint", "Tell the robot what to do, and correct it while it moves: “a bit left”, “slower”, “no, the other one”."));
  $("stage").querySelectorAll("iframe").forEach(f => f.remove());
  $("empty").hidden = Boolean(about.view);
  $("empty").textContent = about.view ? "" : `No 3-D view: ${about.without.view}.`;
  if (about.view) {
    const frame = make("iframe");
    const dark = matchMedia("(prefers-color-scheme: dark)").matches ? "&darkMode" : "";
    const inner = (location.protocol === "https:" ? "wss://" : "ws://") + location.host + about.view;
    frame.setAttribute("sandbox", "allow-scripts");     // it shows; it can neither speak for the page nor hold it up
    frame.title = "3-D view";
    frame.tabIndex = -1;
    frame.src = `${about.view}?websocket=${encodeURIComponent(inner)}&hideViserLogo${dark}`;
    $("stage").append(frame);
    clearTimeout(patience);
    patience = setTimeout(() => {                       // a browser in which that cannot be: the frame gets an origin
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
      frame.src = frame.src;
    }, 20000);
  }
  $("cameras").replaceChildren(...about.cameras.map(name => {
    const img = make("img");
    img.alt = `what the ${name} camera sees`;
    return make("figure", "", img, make("figcaption", "", name));
  }));
  if (!about.cameras.length && about.without.cameras) $("cameras").append(make("p", "", about.without.cameras + "."));
}

function line(l) {
  if (l.kind === "skill_start") return;                 // the plan shows it
  const chat = $("chat");
  if (l.who === "you") chat.querySelector(".hint")?.remove();
  const text = l.latency_ms === null ? l.text : l.text.replace(/\s+\([\d.]+ ms\)$/, "");
  const item = make("li", l.who === "robot" ? `robot ${l.kind} ${l.tone}` : l.who, text);
  const from = l.who === "program" ? "a program" : l.front;
  if (from) item.append(make("small", "", from));
  if (l.latency_ms !== null) { const ms = make("span", "ms", `${millis(l.latency_ms)}`); ms.title = "from hearing it to the first command that heeded it"; item.append(ms); }
  item.title = `${l.at.toFixed(1)} s`;
  chat.append(item);
  while (chat.children.length > KEPT) chat.firstChild.remove();
  if (l.who === "you") stuck = true;
  follow();
}
// The newest line stays in view, unless somebody scrolled up to read; also when the chips take more room.
function follow() { if (stuck) $("chat").scrollTop = $("chat").scrollHeight; }
$("chat").addEventListener("scroll", () => { const c = $("chat"); stuck = c.scrollHeight - c.scrollTop - c.clientHeight < 40; });
new ResizeObserver(follow).observe($("chat"));
const millis = ms => `${ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;

function show(s) {
  const before = JSON.stringify([status.plan, status.chips]);
  status = s;
  const box = $("status");
  box.dataset.doing = s.doing;
  box.dataset.ended = s.doing === "at rest" ? s.plan.verdict : "";
  const slow = s.speed < 1 && s.doing === "working" ? ` at ${Math.round(100 * s.speed)} % of its speed` : "";
  box.querySelector("b").textContent = s.question ? "It asks" : DOING[s.doing] + slow;
  box.querySelector("p").textContent = s.question || (s.doing === "at rest" ? resting(s) : s.doing === "working" ? s.instruction : s.why);
  $("goon").hidden = s.doing !== "held";
  $("reset").hidden = s.doing !== "stopped";
  $("words").placeholder = s.question ? "Answer it" : s.doing === "at rest" ? "Tell the robot what to do" : "Correct it, or say what else";
  latency(s.plan.latency);
  if (before !== JSON.stringify([s.plan, s.chips])) { tree(s); chips(s.chips); }
}
const resting = s => s.plan.verdict ? `${s.plan.verdict}${s.plan.reason ? ": " + s.plan.reason : ""}` : "waiting for an instruction";

function latency(kinds) {
  const n = Object.values(kinds).reduce((sum, k) => sum + k.n, 0);
  if (!n) return $("latency").replaceChildren();
  const worst = Math.max(...Object.values(kinds).map(k => k.worst));
  const mid = Object.values(kinds).reduce((sum, k) => sum + k.n * k.p50, 0) / n;
  $("latency").replaceChildren("heeded in ", make("b", "", millis(mid)));
  $("latency").title = `From hearing a correction to the first command that heeded it; worst ${millis(worst)}.\n` + Object.entries(kinds).map(([k, v]) => `${k}: median ${millis(v.p50)}, worst ${millis(v.worst)}, ${v.n} of them`).join("\n");
}

function chips(words) {
  $("chips").replaceChildren(...words.map(text => {
    const chip = make("button", "", text);
    chip.type = "button";
    chip.addEventListener("click", () => { say(text); $("words").focus({preventScroll: true}); });
    return chip;
  }));
}

function tree(s) {
  const open = new Set([...$("tree").querySelectorAll("details[open]")].map(d => d.dataset.at));
  const parts = [];
  const goal = s.plan.understood || s.instruction;
  if (!s.plan.segments.length) parts.push(make("p", "none", goal ? "thinking…" : "What the robot is going to do is shown here, step by step."));
  if (goal && s.plan.segments.length) parts.push(make("p", "goal", goal));
  s.plan.segments.forEach((segment, i) => {
    if (s.plan.segments.length > 1) parts.push(make("p", "seg", i ? `then anew: ${segment.sentence || "another way"}` : segment.sentence || "at first"));
    parts.push(make("ul", "", ...segment.rows.map(row)));
    if (segment.others.length) {
      const more = make("details", "", make("summary", "", `${segment.others.length} other first steps were considered`),
        make("ul", "", ...segment.others.map(o => make("li", "", make("span", "call", o.call), score(o.say, o.can), o.why ? make("span", "note", o.why) : null))));
      more.dataset.at = String(i);
      more.open = open.has(String(i));
      parts.push(more);
    }
  });
  if (s.plan.verdict && s.doing === "at rest" && !s.plan.segments.length) parts.splice(0, parts.length, make("p", "none", resting(s)));
  const p = $("plan"), scrolled = p.scrollTop, end = p.scrollHeight - p.scrollTop - p.clientHeight < 30;
  $("tree").replaceChildren(...parts);
  p.scrollTop = end ? p.scrollHeight : scrolled;
  const now = $("tree").querySelector("li.running");
  if (now) now.scrollIntoView({block: "nearest"});
}
function row(r) {
  const call = make("span", "call", make("b", "", r.skill), `(${r.args.map(plain).join(", ")})`);
  const ended = score(r.say, r.can);
  if (r.seconds) ended.append(` ${r.seconds.toFixed(1)} s`);
  const note = r.note && r.state !== "succeeded" ? make("span", "note", r.note) : null;
  return make("li", r.state, make("span", "mark", MARKS[r.state] || "·"), call, ended, note);
}
function score(say, can) {
  if (can === null || can === undefined) return make("span", "num");
  const bar = make("i");
  bar.style.width = `${Math.round(100 * can)}%`;
  const has = say !== null && say !== undefined;
  const el = make("span", "num", has ? `${say.toFixed(2)} × ` : "can ", can.toFixed(2), make("span", "meter", bar));
  el.title = has ? `say ${say.toFixed(3)} × can ${can.toFixed(3)} = ${(say * can).toFixed(3)}` : `what it can: ${can.toFixed(3)} of 1`;
  return el;
}
const plain = id => id.replace(/_1$/, "").replaceAll("_", " ");

// ---- the reward that is followed: a slider for each number, and what each term cost in the last seconds
const SPAN = 20, PAUSE = 250;           // seconds of the plot; how long a slider must rest until its number is sent [ms]
const COLOURS = ["#1f77b4", "#e07b00", "#2a9d5c", "#c2326b", "#7a5bd0", "#8c6d31", "#0aa1b5", "#b0413e", "#5d8a3a", "#c78bd1", "#446b9e", "#d4a017"];
let wanted = null, past = [], latest = {}, colours = {}, due = 0;
function reward(r) {
  const gone = !r;
  if (r && !wanted) { past = []; colours = {}; }
  wanted = r;
  $("reward").hidden = gone && !past.length;
  $("reward").classList.toggle("over", gone);
  if (gone) { $("sliders").querySelectorAll("input").forEach(i => i.disabled = true); return; }
  r.terms.forEach(t => { colours[t.name] ??= COLOURS[Object.keys(colours).length % COLOURS.length]; });
  const held = document.activeElement && document.activeElement.dataset.at, top = $("sliders").scrollTop;
  const head = r.stages > 1 ? [make("p", "none", `stage ${r.stage + 1} of ${r.stages}`)] : [];
  $("sliders").replaceChildren(...head, ...r.terms.map(t => term(t, r)), make("p", "none unsaid"));
  $("sliders").scrollTop = top;
  if (held) $("sliders").querySelector(`input[data-at="${CSS.escape(held)}"]`)?.focus({preventScroll: true});
}
function term(t, r) {
  const off = make("span", "off");
  off.dataset.of = t.name;
  const swatch = make("i");
  swatch.style.background = colours[t.name];
  const name = make("h3", "", swatch, t.name, off);
  name.title = t.doc;
  const weigh = {what: "weight", unit: "", low: 0, high: 1, value: t.weight, doc: `how much it counts; ${t.usual} is usual`};
  return make("div", "term", name, ...[...t.numbers, weigh].map(n => slider(t, n, r)));
}
// A weight of 0 is at the left end, then one hundredth of the usual and on to the heaviest, by equal factors.
function slider(t, n, r) {
  const weight = n.what === "weight", least = t.usual / 100, octaves = Math.log(r.heaviest / least);
  const place = v => !weight ? v : v <= 0 ? 0 : Math.max(0.01, Math.log(v / least) / octaves);
  const value = x => !weight ? x : x < 0.005 ? 0 : +(least * Math.exp(octaves * x)).toPrecision(3);
  const input = make("input"), out = make("output", "", figure(n.value, n.unit));
  Object.assign(input, {type: "range", min: n.low, max: n.high, step: weight ? 0.005 : even((n.high - n.low) / 300), title: n.doc});
  input.value = place(n.value);
  input.dataset.at = `${t.name} ${n.what}`;
  input.setAttribute("aria-label", `${t.name}: ${n.what}`);
  let rest = 0, last = n.value;
  const tell = () => {
    clearTimeout(rest);
    const now = +value(+input.value).toPrecision(6);
    if (now === last) return;
    last = now;
    send({set: [[r.stage, t.key, n.what, now]]});
  };
  input.addEventListener("input", () => { out.textContent = figure(value(+input.value), n.unit); clearTimeout(rest); rest = setTimeout(tell, PAUSE); });
  input.addEventListener("change", tell);
  return make("label", weight ? "weight" : "", make("span", "", n.what.replaceAll("_", " ")), input, out);
}
// A step that people count in: 1, 2 or 5 of a power of ten.
function even(least) {
  const tens = 10 ** Math.floor(Math.log10(least));
  return +([1, 2, 5, 10].find(n => n * tens >= least * 0.999) * tens).toPrecision(1);
}
function figure(v, unit) {
  const said = `${+v.toPrecision(3)}${unit ? " " + unit : ""}`;
  return unit === "rad" || unit === "rad/s" ? `${said} (${Math.round(v * 180 / Math.PI)}°${unit.slice(3)})` : said;
}
function terms(told) {
  if (past.length && told.time < past[past.length - 1].time) past = [];   // another run
  past.push(told);
  while (past.length && past[0].time < told.time - SPAN) past.shift();
  latest = Object.fromEntries(told.of.map(o => [o[0], o]));
  $("sliders").querySelectorAll(".off").forEach(el => {
    const of = latest[el.dataset.of], unit = wanted?.terms.find(t => t.name === el.dataset.of)?.unit || "";
    el.textContent = of && of[1] !== null ? `off by ${+of[1].toPrecision(2)}${unit ? " " + unit : ""}` : "";
  });
  const unsaid = told.of.filter(o => !o[3]).map(o => o[0]);
  const note = $("sliders").querySelector(".unsaid");
  if (note) note.textContent = unsaid.length ? `goes without saying: ${unsaid.join(", ")}` : "";
  due ||= requestAnimationFrame(() => { due = 0; plot(); });
}
// Drawn by the processor that is this page's own: where the 3-D view is drawn in software, too, a canvas of the graphics process waits for it.
function plot() {
  const canvas = $("plot"), box = canvas.getBoundingClientRect(), scale = window.devicePixelRatio || 1;
  if (!box.width || !past.length) return;
  if (canvas.width !== Math.round(box.width * scale)) { canvas.width = Math.round(box.width * scale); canvas.height = Math.round(box.height * scale); }
  const c = canvas.getContext("2d", {willReadFrequently: true}), style = getComputedStyle(document.body), ink = style.getPropertyValue("--soft"), line = style.getPropertyValue("--line");
  c.setTransform(scale, 0, 0, scale, 0, 0);
  c.clearRect(0, 0, box.width, box.height);
  const left = 38, bottom = 18, wide = box.width - left - 6, high = box.height - bottom - 6, end = past[past.length - 1].time;
  const names = [...new Set(past.flatMap(p => p.of.map(o => o[0])))];
  const top = Math.max(1e-3, ...past.flatMap(p => p.of.map(o => o[2] ?? 0))) * 1.08;
  const x = t => left + wide * (1 - (end - t) / SPAN), y = v => 6 + high * (1 - Math.max(0, v) / top);
  c.font = "11px system-ui, sans-serif"; c.fillStyle = ink; c.strokeStyle = line; c.lineWidth = 1;
  c.textAlign = "right";
  for (const part of [0, 0.5, 1]) { const v = part * top / 1.08; c.beginPath(); c.moveTo(left, y(v)); c.lineTo(left + wide, y(v)); c.stroke(); c.fillText(v ? +v.toPrecision(2) : "0", left - 5, y(v) + 4); }
  c.textAlign = "center";
  for (const ago of [20, 15, 10, 5]) c.fillText(`−${ago} s`, x(end - ago) + (ago === 20 ? 12 : 0), box.height - 4);
  c.fillText("now", left + wide - 10, box.height - 4);
  for (const name of names) {
    c.strokeStyle = colours[name] || "#9aa1a966"; c.lineWidth = colours[name] ? 2 : 1;
    c.beginPath();
    let pen = false;
    for (const p of past) { const of = p.of.find(o => o[0] === name); if (!of || of[2] === null) { pen = false; continue; } pen ? c.lineTo(x(p.time), y(of[2])) : c.moveTo(x(p.time), y(of[2])); pen = true; }
    c.stroke();
  }
  const sum = past[past.length - 1].of.reduce((s, o) => s + (o[2] ?? 0), 0);
  $("now").textContent = `in all ${+sum.toPrecision(3)}`;
}

const shown = [];
async function picture(blob) {
  const index = new Uint8Array(await blob.slice(0, 1).arrayBuffer())[0];
  const img = $("cameras").querySelectorAll("img")[index];
  if (!img) return;
  const url = URL.createObjectURL(blob.slice(1, blob.size, "image/jpeg"));
  img.src = url;
  if (shown[index]) setTimeout(URL.revokeObjectURL, 1000, shown[index]);
  shown[index] = url;
}

open();
