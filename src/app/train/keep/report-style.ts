/** The report's style sheet; light or dark like the reader's system, and light in print. */
export const reportStyle = `
:root{color-scheme:light dark;--ground:#f6f6f3;--surface:#fff;--ink:#1b1f24;--quiet:#59616b;--line:#dcdcd6;--accent:#005a94;
--validation:#00785a;--signal:#0072b2;--attention:#d55e00;--region:#f0e44280;
--channel-1:#0072b2;--channel-2:#00785a;--channel-3:#b0487f;--channel-4:#8a7400;--channel-5:#4c4c55;--channel-6:#6a4fb8;--good:#00674d;--bad:#a83200}
@media screen and (prefers-color-scheme:dark){:root{--ground:#14171a;--surface:#1c2024;--ink:#e6e8ea;--quiet:#a0a8b1;--line:#333a41;
--accent:#6cb8ee;--validation:#2fc79b;--signal:#56b4e9;--attention:#ff9a3d;--region:#f0e44240;
--channel-1:#56b4e9;--channel-2:#2fc79b;--channel-3:#e39ac4;--channel-4:#e6d64a;--channel-5:#c3c7cd;--channel-6:#b3a2f2;--good:#4fd1ac;--bad:#ff9b6b}}
*{box-sizing:border-box}
body{background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:2rem 1rem 4rem}
h1{font-size:2rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:0 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:0 0 .75rem}
a{color:var(--accent);overflow-wrap:anywhere}
section{background:var(--surface);border:1px solid var(--line);border-radius:12px;margin-top:1.25rem;padding:1.25rem}
.quiet,figcaption{color:var(--quiet);font-size:.875rem}
.numbers{display:grid;gap:.75rem;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));margin:0 0 1rem}
.numbers dt{color:var(--quiet);font-size:.8rem}
.numbers dd{font-size:1.4rem;font-variant-numeric:tabular-nums;font-weight:600;margin:0}
.numbers .note{color:var(--quiet);font-size:.75rem;font-weight:400}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;width:100%}
th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:right}
th:first-child,td:first-child{text-align:left}
thead th{color:var(--quiet);font-size:.8rem;font-weight:500}
tbody th{font-weight:500}
.facts{display:grid;gap:.1rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));margin:0}
.facts div{border-bottom:1px solid var(--line);display:flex;gap:1rem;justify-content:space-between;padding:.3rem 0}
.facts dt{color:var(--quiet)}
.facts dd{margin:0;overflow-wrap:break-word;min-width:max-content;max-width:65%;text-align:right}
.hit{color:var(--good);font-weight:600}
figure{margin:0 0 1.25rem;overflow-x:auto}
svg{display:block;height:auto;min-width:32rem;width:100%}
svg text{fill:var(--quiet);font-size:12px}
svg .chart-title{fill:var(--ink);font-size:14px;font-weight:600}
.grid{stroke:var(--line)}
.line{fill:none;stroke-width:2;stroke-linejoin:round}
.training{stroke:var(--ink)}
.validation{stroke:var(--validation);stroke-dasharray:6 4}
.signal{fill:none;stroke:var(--signal);stroke-width:1.75;stroke-linejoin:round}
.attention{fill:var(--attention);fill-opacity:.3;stroke:var(--attention);stroke-width:1.25}
.region{fill:var(--region)}
.key{display:inline-block;height:.7em;margin-right:.35em;width:.9em}
.key.signal{background:var(--signal)}.key.attention{background:var(--attention);opacity:1}.key.region{background:var(--region)}
@media print{
@page{margin:11mm}
:root{--ground:#fff;--surface:#fff}
body{font-size:8pt;line-height:1.3;max-width:none;padding:0}
main{columns:2;column-gap:7mm;margin-top:3mm}
h1{font-size:15pt}h2{font-size:11pt;margin:0 0 1mm}h3{font-size:9pt;margin:2mm 0 1mm}p{margin:0 0 1.5mm}
section{border:0;border-radius:0;border-top:1px solid var(--line);margin:0 0 3mm;padding:1.5mm 0 0}
h2,h3{break-after:avoid}
figure,tr,.facts div,.numbers{break-inside:avoid}
figure{margin:0 0 2mm}
svg{min-width:0}
table,.quiet,figcaption,.numbers dt,thead th{font-size:7.5pt}
th,td{padding:.3mm 1mm}
.facts{display:block}
.facts div{padding:.1mm 0}
.numbers{gap:2mm;grid-template-columns:repeat(3,1fr);margin:0 0 2mm}
.numbers dd{font-size:11pt}.numbers .note{font-size:7pt}
a{color:inherit}
details{display:none}
}
`;
