/// Operation × role × mode, as GIE SESAM-Vitale publishes it: what a role may do at all.
struct FunctionalMatrix: Sendable {
    private let cells: [Cell?]
    private let sources: [LegalSource]

    /// The cell, with the source of its row; nil where the matrix has none.
    func cell(_ operation: Operation, _ column: ActorColumn, _ mode: ModeKind) -> (cell: Cell, source: LegalSource)? {
        let row = operation.ordinal
        guard let cell = cells[Self.index(row, column.column(in: mode), mode)] else { return nil }
        return (cell, sources[row])
    }

    private static let width = ActorColumn.allCases.count * ModeKind.allCases.count

    private static func index(_ row: Int, _ column: ActorColumn, _ mode: ModeKind) -> Int {
        row * width + column.rawValue * ModeKind.allCases.count + mode.rawValue
    }

    init(csv text: String, file: String) throws(RuleBookError) {
        let columns = ActorColumn.allCases.flatMap { column in column.modes.map { (column, $0) } }
        let header = ["operation"] + columns.map { "\($0.name).\($1.name)" } + ["source"]
        let table = try CSVTable(text, file: file, header: header)
        var cells = [Cell?](repeating: nil, count: Operation.allCases.count * Self.width)
        var sources = [LegalSource?](repeating: nil, count: Operation.allCases.count)
        for row in table.rows {
            guard let name = row.first, let operation = Operation(rawValue: name) else {
                throw .unknown(file: file, key: row.first ?? "")
            }
            guard sources[operation.ordinal] == nil else {
                throw .contradiction(file: file, key: name, reason: "written twice")
            }
            guard let source = row.last, !source.isEmpty else { throw .missing(file: file, key: "\(name).source") }
            sources[operation.ordinal] = LegalSource(source)
            for (text, (column, mode)) in zip(row.dropFirst(), columns) {
                guard let cell = Cell(rawValue: text) else { throw .inadmissible(file: file, key: name, value: text) }
                guard cell != .maskedIfAllowed || operation == .readMasked else {
                    throw .contradiction(file: file, key: name, reason: "only masked reading depends on that wish")
                }
                cells[Self.index(operation.ordinal, column, mode)] = cell
            }
        }
        self.cells = cells
        var present: [LegalSource] = []
        for (operation, source) in zip(Operation.allCases, sources) {
            guard let source else { throw .missing(file: file, key: operation.rawValue) }
            present.append(source)
        }
        self.sources = present
    }
}
