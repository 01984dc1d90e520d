/// Act × quality of those who are no care actors: the holder, who acts for the holder, the service, the insurer's feed.
struct PortalMatrix: Sendable {
    private let rows: [Act: Row]

    private struct Row {
        /// One for each capacity, in their order.
        let cells: [Cell]
        let source: LegalSource
    }

    /// The cell, with the source of its row; nil where the matrix has none.
    func cell(_ act: Act, _ capacity: Capacity) -> (cell: Cell, source: LegalSource)? {
        rows[act].map { ($0.cells[capacity.rawValue], $0.source) }
    }

    init(csv text: String, file: String) throws(RuleBookError) {
        let table = try CSVTable(text, file: file, header: ["act"] + Capacity.allCases.map(\.name) + ["source"])
        var rows: [Act: Row] = [:]
        for row in table.rows {
            guard let name = row.first, let act = Act(rawValue: name) else {
                throw .unknown(file: file, key: row.first ?? "")
            }
            guard let source = row.last, !source.isEmpty else { throw .missing(file: file, key: "\(name).source") }
            var cells: [Cell] = []
            for text in row.dropFirst().dropLast() {
                guard let cell = Cell(rawValue: text), cell == .yes || cell == .no || cell == .own else {
                    throw .inadmissible(file: file, key: name, value: text)
                }
                cells.append(cell)
            }
            guard rows.updateValue(Row(cells: cells, source: LegalSource(source)), forKey: act) == nil else {
                throw .contradiction(file: file, key: name, reason: "written twice")
            }
        }
        // What the holder does by law must be there: an absent row would refuse in silence.
        for act in [Act.read, .search, .readHistory, .mask, .unmask, .authorise, .revoke, .block, .signIn, .close] {
            guard rows[act] != nil else { throw .missing(file: file, key: act.rawValue) }
        }
        self.rows = rows
    }
}
