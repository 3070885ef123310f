/// Rules for pages whose table of many columns takes the whole window: summaries of batches, catalogues of archives.
public enum ListPageStyle {
    /// Behind those of every page.
    public static let rules = """
        main,footer{max-width:none}
        nav{position:sticky!important;top:0!important;right:auto!important;width:auto!important;max-width:none;
        margin:0 0 var(--rhythm)!important;text-align:left!important;border-bottom:1px solid var(--hairline)!important}
        nav ol{display:flex!important}
        .line{display:block;width:7rem;height:1.3em}
        .line path{fill:none;stroke:var(--accent);stroke-width:1.5;vector-effect:non-scaling-stroke}
        tbody th{white-space:nowrap}
        .filters{display:flex;gap:1rem;align-items:baseline;max-width:none}
        .filter{font:inherit;color:inherit;background:var(--page);border:1px solid var(--hairline);border-radius:3px;padding:.2rem .5rem;width:min(24rem,100%)}
        @media print{.filters{display:none}}
        """
}
