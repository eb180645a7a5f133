"""The report's looks."""

CSS = """
:root{color-scheme:light dark;--bg:#f6f5f1;--card:#fffefb;--ink:#1d2126;--soft:#69707a;--line:#e3e0d8;--good:#1a7f4e;--goodbg:#e2f3e8;
--bad:#b3371f;
--badbg:#fbe7e1;--warn:#8f6200;--warnbg:#fbf0d2;--calm:#33658a;--calmbg:#e4eef5;--a:#33658a;--b:#d98e3f;--c:#6a994e;--d:#9b6a9c;
--e:#8d99a6}
@media(prefers-color-scheme:dark){:root{--bg:#14171a;--card:#1c2024;--ink:#e7e6e1;--soft:#9aa2ab;--line:#31363c;--good:#63c991;
--goodbg:#17352a;
--bad:#f08a70;--badbg:#43211a;--warn:#e5bd57;--warnbg:#3a2f13;--calm:#8dbbdc;--calmbg:#1b3040}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);
font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",sans-serif}
main{max-width:1080px;margin:0 auto;padding:40px 24px 64px}
h1{font-size:30px;line-height:1.25;font-weight:650;letter-spacing:-.015em;margin:6px 0 14px;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:12px;text-transform:uppercase;letter-spacing:.09em;color:var(--soft);font-weight:650;margin:0 0 14px}
.eyebrow{color:var(--soft);font-size:13px;display:flex;gap:6px 18px;flex-wrap:wrap}
.eyebrow b{color:var(--ink);font-weight:600}
.verdict{display:flex;gap:12px;align-items:baseline;flex-wrap:wrap;margin-bottom:28px;font-size:17px}
.pill{display:inline-block;padding:2px 10px;border-radius:99px;font-size:12.5px;font-weight:650;white-space:nowrap;background:var(--line);
color:var(--soft)}
.verdict .pill{font-size:14px;padding:4px 14px}
.good{background:var(--goodbg);color:var(--good)}.bad{background:var(--badbg);color:var(--bad)}
.warn{background:var(--warnbg);color:var(--warn)}.calm{background:var(--calmbg);color:var(--calm)}
section{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:22px 24px;margin-top:18px}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:18px}.two>section{margin-top:18px}
.stage{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:14px;margin-top:0}
@media(max-width:760px){.two,.stage{grid-template-columns:1fr}}
figure{margin:0;position:relative}video,figure img{display:block;width:100%;border-radius:9px;background:#000;
border:1px solid var(--line)}
.stage .frames{display:grid;gap:14px;align-content:space-between}
figcaption{position:absolute;left:9px;top:9px;background:rgba(15,18,21,.74);color:#fff;border-radius:6px;padding:1px 9px;font-size:12px}
.chain{display:grid;grid-template-columns:repeat(7,1fr);gap:6px;list-style:none;padding:0;margin:0 0 16px}
.chain li{border-top:4px solid var(--line);padding-top:7px;font-size:13px;color:var(--soft)}
.chain li.ok{border-color:var(--good);color:var(--ink)}.chain li.no{border-color:var(--bad);color:var(--bad);font-weight:650}
@media(max-width:560px){.chain{grid-template-columns:repeat(4,1fr)}}
.why{font-size:16px;margin:0}.why+.gauge,.why+figure{margin-top:16px}
.gauge{position:relative;height:10px;border-radius:5px;background:var(--line);margin:30px 0 8px}
.gauge i{position:absolute;left:0;top:0;bottom:0;border-radius:5px;background:var(--bad)}
.gauge u{position:absolute;top:-6px;bottom:-6px;width:2px;background:var(--ink)}
.gauge span{position:absolute;top:-28px;font-size:12px;transform:translateX(-50%);white-space:nowrap;color:var(--soft)}
.scroll{overflow-x:auto;margin:0 -6px;padding:0 6px}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;font-weight:600;color:var(--soft);font-size:12.5px;padding:0 12px 7px 0;white-space:nowrap}
td{border-top:1px solid var(--line);padding:9px 12px 9px 0;vertical-align:top;overflow-wrap:anywhere}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td small{display:block;color:var(--soft);font-size:13px}
code,.call{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:13px}
.call b{font-weight:650;color:var(--calm)}
.lane{position:relative;height:8px;min-width:130px;background:var(--line);border-radius:4px;margin-top:7px}
.lane i{position:absolute;top:0;bottom:0;border-radius:4px;min-width:3px;background:var(--e)}
.lane i.good{background:var(--good)}.lane i.bad{background:var(--bad)}.lane i.warn{background:var(--b)}
.meter{display:inline-block;width:86px;height:7px;border-radius:4px;background:var(--line);vertical-align:middle;margin-left:9px;
overflow:hidden}
.meter i{display:block;height:100%;background:var(--a)}
ul.tree,ul.tree ul{list-style:none;margin:0;padding-left:20px}ul.tree{padding-left:0}
ul.tree li{position:relative;padding:3px 0}ul.tree ul li:before{content:"";position:absolute;left:-13px;top:0;height:15px;width:9px;
border-left:1px solid var(--e);border-bottom:1px solid var(--e);border-radius:0 0 0 4px}
.stack{display:flex;height:16px;border-radius:8px;overflow:hidden;background:var(--line);margin:4px 0 12px}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:13px;color:var(--soft)}
.legend i{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:6px}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(110px,1fr));gap:14px;margin:0 0 18px}
.facts div{font-size:13px;color:var(--soft)}.facts b{display:block;color:var(--ink);font-size:20px;font-weight:620;
font-variant-numeric:tabular-nums}
blockquote{margin:0;font-size:15px}.soft{color:var(--soft)}p{margin:0 0 10px}
summary{cursor:pointer}details+details{margin-top:8px}
pre{overflow-x:auto;font-size:12.5px;line-height:1.45;margin:10px 0 0;color:var(--soft)}
svg.plot{width:100%;height:auto;display:block}svg.plot text{font:11px system-ui,sans-serif;fill:var(--soft)}
footer{margin-top:26px;color:var(--soft);font-size:12.5px;display:flex;flex-wrap:wrap;gap:4px 18px}
"""
