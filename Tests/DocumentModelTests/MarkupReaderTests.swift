import DocumentModel
import Testing

@Suite struct `Markup reader` {
    @Test func `sections make groups with headings, one level per nesting`() throws {
        let found = try blocks(
            """
            <section title="Trades" detail="closed only" keep="together">
              <section title="Costs"><p>Low.</p></section>
              <p>After.</p>
            </section>
            <section title="Next"/>
            """)
        #expect(
            outline(found) == """
                group together #trades
                  h1 Trades (closed only) #trades
                  group none #costs
                    h2 Costs #costs
                    p Low.
                  p After.
                group none #next
                  h1 Next #next
                """)
    }

    @Test func `white space collapses as in HTML, across inline elements and around line breaks`() throws {
        let found = try blocks(
            "<p>  one\n\t two <b> three </b> four<br/>  five <muted/> </p><p small>six&nbsp; seven</p>")
        #expect(outline(found) == "p one two *three *four⏎five\nsmall six\u{A0} seven")
    }

    @Test func `inline elements keep their dress`() throws {
        let found = try blocks(
            "<p><code>a.csv</code> <a href=\"#trades\">see</a> <a href='https://x.org/?a=1&amp;b'>w</a> <small>s</small></p>"
        )
        #expect(outline(found) == "p `a.csv` [see](#trades) [w](https://x.org/?a=1&b) ~s~")
    }

    @Test func `entities become characters, in text and in attributes`() throws {
        let found = try blocks(
            "<heading level='2' detail='&#34;q&#x22;'>&lt;a&gt; &amp; &#39;&apos; &quot; &#8722;</heading>")
        #expect(outline(found) == "h2 <a> & '' \" − (\"q\") #a")
    }

    @Test func `names fetch tiles, figures and tables, and attributes change them`() throws {
        let found = try blocks(
            """
            <title-band/><tiles metrics="sharpe  max_drawdown"/>
            <figure name="equity"/><figure name="equity" caption="Other" height="120.5"/><figure name="equity" caption=""/>
            <figure name="equity" height="fill"/><figure name="equity" height="fill" least="84" most="290"/>
            <table name="drawdowns"/><table name="drawdowns" rows="5"/>
            """)
        #expect(
            outline(found) == """
                title-band Momentum
                tiles sharpe max_drawdown
                figure equity “own caption” auto
                figure equity “Other” 120.5
                figure equity “” auto
                figure equity “own caption” fill 24.0…2000.0
                figure equity “own caption” fill 84.0…290.0
                table drawdowns 1×9
                table drawdowns 1×5
                """)
    }

    @Test func `a table of the analysis takes title, subtitle, footnote and sorting from the markup`() throws {
        let found = try blocks("<table name='drawdowns' title='T' subtitle='S' footnote='F' sortable='true'/>")
        guard case .table(let table)? = found.first else {
            Issue.record("no table")
            return
        }
        #expect([table.title, table.subtitle, table.footnote] == ["T", "S", "F"])
        #expect(table.isSortable)
    }

    @Test func `lists nest, numbers begin where asked, and lines of code keep their spaces`() throws {
        let found = try blocks(
            "<ol start='3'><li>a <em>b</em><ul><li>c</li></ul></li><li>d</li></ol><pre>\n if x &lt; 1:\n\ty\n</pre>")
        #expect(
            outline(found) == """
                list
                  3. a _b_
                  list
                    - c
                  4. d
                code “ if x < 1:
                    y”
                """)
    }

    @Test func `each child of a grid is a cell, and cell elements join several`() throws {
        let found = try blocks(
            "<grid columns='3 2'><p>a</p><cell><p>b</p><rule/></cell><cell/></grid><grid columns='2'><p>c</p></grid>")
        #expect(
            outline(found) == """
                grid [3.0, 2.0]
                  cell
                    p a
                  cell
                    p b
                    rule
                  cell

                grid [1.0, 1.0]
                  cell
                    p c
                """)
    }

    @Test func `a remark takes plain text, paragraphs or both`() throws {
        let found = try blocks(
            "<note>Only <b>500</b>.</note><caution title='Read with care'>A <p>B</p> <p>C</p> D</caution><note title='T'/>"
        )
        #expect(
            outline(found) == """
                note “”
                  Only *500*.
                caution “Read with care”
                  A
                  B
                  C
                  D
                note “T”
                """)
    }

    @Test func `lists, groups, rules, spaces and page breaks`() throws {
        let found = try blocks(
            """
            <ul><li>one</li><li><b>two</b></li></ul><!-- not <seen> & ignored -->
            <group keep="with-next"><rule/></group><space size="2.5"/><page-break/>
            """)
        #expect(
            outline(found) == """
                list
                  - one
                  - *two*
                group with-next
                  rule
                space 2.5
                page break
                """)
    }

    @Test func `a table written out has columns, groups, tones and sort keys`() throws {
        let found = try blocks(
            """
            <table title="Mine" subtitle="all">
              <thead><tr><th>Name</th><th align="decimal" stretch="2">Return, %</th></tr></thead>
              <tbody>
                <tr role="group"><td>First</td></tr>
                <tr><td help="why">A</td><td tone="loss" sort="-1.5">−1.5</td></tr>
                <tr role="total"><td>Sum</td><td/></tr>
              </tbody>
            </table>
            """)
        let expected = Table(
            name: "table-1", title: "Mine", subtitle: "all",
            columns: [Table.Column("Name"), Table.Column("Return, %", .decimal, stretch: 2)],
            rows: [
                Table.Row([Table.Cell("First"), Table.Cell("")], role: .group),
                Table.Row([Table.Cell("A", help: "why"), Table.Cell("−1.5", tone: .loss, sortKey: -1.5)]),
                Table.Row([Table.Cell("Sum"), Table.Cell("")], role: .total),
            ])
        guard case .table(let table)? = found.first else {
            Issue.record("no table")
            return
        }
        #expect(table == expected)
    }

    @Test func `anchors are unique, and written ones keep their name`() throws {
        let found = try blocks(
            """
            <section title="Risk"/><section title="Risk"/><section title="取引"/>
            <heading level="3" anchor="risk-3">2024</heading><section title="risk"/><section title="2024"/>
            """)
        #expect(
            outline(found) == """
                group none #risk
                  h1 Risk #risk
                group none #risk-2
                  h1 Risk #risk-2
                group none #section
                  h1 取引 #section
                h3 2024 #risk-3
                group none #risk-4
                  h1 risk #risk-4
                group none #section-2024
                  h1 2024 #section-2024
                """)
    }

    @Test func `a section with an anchor needs no title`() throws {
        let found = try blocks("<section anchor='summary'><rule/><section title='A'/></section>")
        #expect(
            outline(found) == """
                group none #summary
                  rule
                  group none #a
                    h1 A #a
                """)
    }

    @Test func `empty markup has no blocks`() throws {
        #expect(try blocks(" \n<!-- -->\n").isEmpty)
    }
}

@Test func `own tiles, figures and pictures become blocks, and columns can be balanced`() throws {
    let markup = """
        <tiles metrics="sharpe"><tile label="Edge" value="12" detail="bp"/><tile metric="max_drawdown" label="Deepest"/></tiles>
        <figure type="area" data="growth" y="value" title="Mine" caption="c" height="90"/>
        <img src="desk.png" alt="The desk" width="120"/>
        <grid columns="2" balance><table name="key-statistics" metrics="sharpe total_return" small/><rule/></grid>
        """
    let made = try blocks(markup)
    guard case .tiles(let tiles) = made[0], case .figure(let figure) = made[1], case .picture(let picture) = made[2],
        case .grid(let grid) = made[3], case .table(let table) = grid.cells[0][0]
    else {
        Issue.record("\(outline(made))")
        return
    }
    #expect(tiles.map(\.label) == ["label of sharpe", "Edge", "Deepest"] && tiles[2].value == "1.54")
    #expect(figure.name == "own-growth" && figure.chart.title == "Mine" && figure.height == .points(90))
    #expect(picture.altText == "The desk" && picture.size(in: 500).height == 60 && picture.size(in: 60).width == 60)
    #expect(grid.isBalanced && table.isSmall && table.rows.count == 2)
}

@Test func `every mistake is found at once, each at its place`() {
    let markup =
        "<section title=\"A\">\n<tiles metrics=\"sharp\"/>\n<p>a <i>b</i></p>\n<figure name=\"equty\"/>\n</section>"
    let found = MarkupReader.mistakes(in: markup, source: "m", content: FakeContent())
    #expect(Set(found.map(\.line)) == [2, 3, 4] && found.count == 3)
    #expect(MarkupReader.mistakes(in: "<p>a</p>", source: "m", content: FakeContent()).isEmpty)
}
