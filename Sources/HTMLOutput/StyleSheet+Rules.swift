/// The rules that never change. Sizes are the theme's variables; the page is set on a grid as wide as the paper's text.
extension StyleSheet {
    /// For every medium, as a desk shows it.
    static let screenRules = """
        *{box-sizing:border-box}
        html{background:var(--page);-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;padding:calc(1.5*var(--gutter)) calc(1.5*var(--gutter)) calc(2*var(--gutter));color:var(--ink);\
        background:var(--page);font:400 var(--body)/1.45 var(--font);font-variant-numeric:lining-nums;\
        font-feature-settings:"case" 0;overflow-wrap:break-word}
        main,footer{max-width:var(--column);margin-inline:auto}
        main:focus{outline:0}
        a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:from-font}
        :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:1px}
        code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.92em}
        strong,.strong,b{font-weight:600}
        .muted{color:var(--muted)}.gain{color:var(--gain)}.loss{color:var(--loss)}
        .small{font-size:var(--small);color:var(--muted)}
        .vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:-999rem;top:.5rem;padding:.4rem .7rem;background:var(--page);z-index:2}
        .skip:focus{left:.5rem}
        p,ul{margin:var(--rhythm) 0}
        main>p,section>p,main>ul,section>ul{max-width:46rem}
        ul{padding-left:1.2em}
        li{margin:.25em 0}
        li::marker{color:var(--muted)}
        hr{border:0;border-top:1px solid var(--hairline);margin:calc(3*var(--rhythm)) 0}
        header{display:flex;align-items:flex-end;gap:var(--gutter);\
        padding-bottom:calc(1.5*var(--rhythm));border-bottom:2px solid var(--ink)}
        header>:first-child{flex:1 1 auto;min-width:0}
        header p{margin:0}
        h1,.h1{font-size:var(--title);line-height:1.15;font-weight:700;letter-spacing:-.012em;margin:0 0 calc(var(--rhythm)/2)}
        .details{flex:0 0 auto;max-width:40%;text-align:right;color:var(--muted)}
        .logo{flex:none;width:auto;height:calc(7*var(--rhythm));object-fit:contain}
        h2,h3,h4,h5,h6{font-size:var(--heading);line-height:1.25;font-weight:600;letter-spacing:-.008em;\
        margin:calc(6*var(--rhythm)) 0 calc(2*var(--rhythm));text-wrap:balance;scroll-margin-top:1rem}
        h3{font-size:var(--subheading)}
        h4,h5,h6{font-size:var(--chart-title)}
        h3,h4,h5,h6{letter-spacing:0;margin:calc(4*var(--rhythm)) 0 var(--rhythm)}
        h2>span,h3>span,h4>span,caption>span{font-weight:400;letter-spacing:0;color:var(--muted)}
        h2>span{font-size:var(--chart-title)}
        .grid>div>:first-child,.grid>div>:first-child>:first-child,section>h2:first-child,header+section>:first-child\
        {margin-top:0}
        section{margin-top:calc(6*var(--rhythm))}
        header+section{margin-top:0}
        main>:first-child,main>:first-child>:first-child{margin-top:0}
        .grid{display:grid;gap:calc(3*var(--rhythm)) var(--gutter);align-items:start;margin:calc(3*var(--rhythm)) 0}
        .grid>div{min-width:0}
        .grid>div>:last-child{margin-bottom:0}
        .tiles{display:grid;margin:0 0 calc(3*var(--rhythm));padding:calc(3*var(--rhythm)) 0;\
        border-bottom:1px solid var(--hairline);row-gap:calc(3*var(--rhythm));overflow:hidden}
        .tiles>div{position:relative;left:calc(-1.75*var(--rhythm) - 1px);margin-right:calc(-1.75*var(--rhythm));\
        padding:0 calc(var(--rhythm)/2) 0 calc(1.75*var(--rhythm));border-left:1px solid var(--hairline)}
        dt,.detail{font-size:var(--small);color:var(--muted);line-height:1.35}
        dd{margin:0;font-size:var(--headline);line-height:1.3;font-weight:700;letter-spacing:-.01em;white-space:nowrap;\
        font-variant-numeric:tabular-nums lining-nums}
        dd.detail{font-size:var(--small);font-weight:400;letter-spacing:0;white-space:normal}
        .table{overflow-x:auto;margin:calc(3*var(--rhythm)) 0}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}
        caption{text-align:left;font-size:var(--chart-title);font-weight:600;padding-bottom:calc(var(--rhythm)/2)}
        th,td{padding:.28em 0 .28em calc(2.5*var(--rhythm));text-align:left;font-weight:400;border-bottom:1px solid var(--hairline);\
        vertical-align:baseline}
        tr>:first-child{padding-left:0}
        tbody tr>:nth-child(n+2){white-space:nowrap}
        thead :is(th,td){font-size:var(--small);color:var(--muted);vertical-align:bottom;white-space:nowrap}
        td.strong,th.strong{font-weight:600}
        .group th{font-weight:600;padding-top:.75em;border-bottom-color:color-mix(in srgb,var(--muted) 60%,var(--page))}
        tbody:first-of-type .group th{padding-top:.28em}
        .total :is(th,td){font-weight:600;border-bottom-color:color-mix(in srgb,var(--muted) 60%,var(--page))}
        th button{all:unset;cursor:pointer;border-radius:1px}
        th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        th button:hover{color:var(--ink)}
        [aria-sort] button::after{content:" ↑";color:var(--accent)}
        [aria-sort=descending] button::after{content:" ↓"}
        .note{margin:calc(3*var(--rhythm)) 0;padding:calc(var(--rhythm)*.75) 0 calc(var(--rhythm)*.75) calc(2*var(--rhythm));\
        border-left:3px solid var(--hairline)}
        .note.caution{border-left-color:var(--caution)}
        .note p{margin:0;max-width:46rem}
        .note p+p{margin-top:var(--rhythm)}
        figure{margin:calc(3*var(--rhythm)) 0;position:relative}
        figcaption{font-size:var(--small);color:var(--muted);margin-top:var(--rhythm)}
        .fig{display:block;width:100%;height:auto;overflow:visible;font-family:var(--font);font-size:var(--fig)}
        .fig.phone{display:none}
        :where(.fig) text{fill:var(--muted)}
        :where(.fig) path{fill:none}
        .n{font-variant-numeric:tabular-nums lining-nums}.m{text-anchor:middle}.e{text-anchor:end}
        .sb{font-weight:600}.b{font-weight:700}.j{stroke-linejoin:round}.x{shape-rendering:crispEdges}
        .live{cursor:crosshair;touch-action:pan-y}
        .cross{pointer-events:none}
        .cross text{paint-order:stroke;stroke:var(--page);stroke-width:32px;stroke-linejoin:round;font-weight:600;\
        font-variant-numeric:tabular-nums lining-nums}
        .drag{user-select:none;-webkit-user-select:none}
        .theme,.reset{font:400 var(--small)/1.3 var(--font);color:var(--muted);background:var(--page);\
        border:1px solid var(--hairline);border-radius:3px;padding:.2rem .55rem;cursor:pointer}
        .theme:hover,.reset:hover{color:var(--ink);border-color:var(--muted)}
        .theme{position:absolute;top:.6rem;right:.8rem}
        .reset{position:absolute;top:0;right:0}
        footer{display:flex;justify-content:space-between;gap:var(--gutter);margin-top:calc(8*var(--rhythm));\
        padding-top:calc(1.5*var(--rhythm));border-top:1px solid var(--hairline);font-size:var(--small);color:var(--muted)}
        footer p{margin:0}
        nav{display:none;font-size:var(--small)}
        nav ol{list-style:none;margin:0;padding:0}
        nav a{display:block;padding:.22rem 0;color:var(--muted);text-decoration:none}
        nav a:hover{color:var(--accent)}
        @media screen and (min-width:82rem){nav{display:block;position:fixed;top:calc(1.5*var(--gutter));\
        right:calc(50% + var(--column)/2 + 1.6*var(--gutter));width:9.5rem;\
        max-height:calc(100vh - 3*var(--gutter));overflow-y:auto;text-align:right}}
        @media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}

        """

    /// For narrow screens: one column, larger text, figures as their phone layout or in a scroller.
    static let phoneRules = """
        @media screen and (max-width:60rem){body{padding-inline:1.5rem}dl.tiles{grid-template-columns:repeat(4,minmax(0,1fr))}}
        @media screen and (max-width:47rem){.grid{grid-template-columns:minmax(0,1fr)}}
        @media screen and (max-width:40rem){
        :root{--u:.117rem;--gutter:1.2rem}
        body{padding:2.6rem 1rem 2rem;overflow-x:clip}
        header{display:block}
        .details{max-width:none;text-align:left;margin-top:.2rem}
        .logo{margin-top:.6rem}
        h1,.h1{font-size:1.6rem}
        dl.tiles{grid-template-columns:repeat(2,minmax(0,1fr))}
        dd{font-size:1.35rem}
        th,td{padding-left:.9rem}
        footer{display:block}
        .scroll{overflow-x:auto;margin-inline:-1rem;padding-inline:1rem}
        .scroll>.fig{width:45rem}
        .fig.desk{display:none}
        .fig.phone{display:block}}

        """

    /// For paper: a point is a point, keeps are kept, and what only screens need is gone.
    static let printRules = """
        @media print{
        :root{--u:1pt}
        body{padding:0;line-height:1.316;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        nav,footer,.skip,.theme,.reset,.cross{display:none}
        main{max-width:none}
        a{color:inherit;text-decoration:none}
        header{border-bottom-width:1pt}
        hr,.tiles,th,td{border-width:0 0 .5pt}
        .tiles>div{border-left-width:.5pt}
        th,td{padding-top:.8pt;padding-bottom:.7pt}
        .group th{padding-top:4.5pt}
        .table,figure,.grid{margin-block:calc(3*var(--rhythm))}
        .tiles{padding:0 0 calc(2*var(--rhythm));margin-top:calc(2*var(--rhythm))}
        .table,.scroll{overflow:visible}
        thead{display:table-header-group}
        h1,h2,h3,h4,h5,h6,header,caption,thead,.group,.with-next{break-after:avoid}
        figure,tr,aside,.tiles,.grid,.together,li{break-inside:avoid}
        figcaption{break-before:avoid}
        .total{break-before:avoid}
        tbody tr:first-child{break-after:avoid}
        p,li{orphans:2;widows:2}
        .page-break{break-before:page}
        .page-break+*,.page-break+*>:first-child{margin-top:0}
        [data-sortable] button::after{content:none}}

        """
}
