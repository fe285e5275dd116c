/** The report's own style: readable at 100 %, dark where the system is dark, and on paper without colours that eat ink. */
export const reportStyle = `
:root{--ink:#1c2429;--quiet:#5b6770;--line:#d5dbe0;--ground:#fff;--soft:#f4f6f8;--high:#b93a2b;--medium:#a86d10;--low:#5b6770;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e3e8ec;--quiet:#9aa5ae;--line:#36404a;--ground:#0d1117;--soft:#161c23;--high:#ff8f80;--medium:#e8b25a;--low:#9aa5ae}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:2rem 1.5rem 4rem;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .3rem}
h2{font-size:1.2rem;margin:2.4rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.4rem 0}.quiet{color:var(--quiet)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.6rem;margin:1.2rem 0;padding:0}
.figures div{background:var(--soft);border-radius:6px;padding:.6rem .8rem}
.figures dt{color:var(--quiet);font-size:.82rem}.figures dd{margin:0;font-weight:600}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.87rem;margin:.6rem 0}
th,td{text-align:left;vertical-align:top;padding:.35rem .7rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:break-word;min-width:4.5rem;max-width:26rem}
th{color:var(--quiet);font-weight:600}td.number,th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.high{color:var(--high);font-weight:600}.medium{color:var(--medium);font-weight:600}.low{color:var(--low)}
figure{margin:.8rem 0;overflow-x:auto}figure svg{display:block;height:auto}
nav{font-size:.87rem}nav a{margin-right:1rem}a{color:inherit}
ul{padding-left:1.2rem;margin:.4rem 0}
@page{margin:14mm}@page wide{size:A3 landscape;margin:10mm}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#444;--line:#bbb;--ground:#fff;--soft:#fff;--high:#900;--medium:#850;--low:#444}
body{max-width:none;padding:0;font-size:10pt}nav{display:none}.figures div{border:1px solid var(--line)}
h2,h3{break-after:avoid}tr,figure,.figures div{break-inside:avoid}thead{display:table-header-group}
figure{page:wide;overflow:visible}figure svg{width:100%;height:auto;max-height:250mm}}
`;
