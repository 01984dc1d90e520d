internal import CLibXML2

/// Counts what the parser meets and stops it at the first limit crossed.
///
/// libxml2 2.9.14 returns a document and error 0 after `xmlStopParser`: only `failure` tells that it was stopped (X2).
struct ParseGuard {
    let limits: XMLLimits
    private(set) var failure: XMLError?
    private var depth = 0
    private var nodes = 0
    private var textRun = 0
    private var namespaces: [Int] = []
    private var namespacesInScope = 0

    init(limits: XMLLimits) {
        self.limits = limits
    }

    mutating func open(attributes: Int, namespaces declared: Int, line: Int) {
        textRun = 0
        depth += 1
        namespaces.append(declared)
        namespacesInScope += declared
        countNode(line: line)
        if depth > limits.depth { refuse(.tooDeep(limit: limits.depth, line: line)) }
        if attributes > limits.attributesPerElement {
            refuse(.tooManyAttributes(limit: limits.attributesPerElement, line: line))
        }
        if namespacesInScope > limits.namespacesInScope {
            refuse(.tooManyNamespaces(limit: limits.namespacesInScope, line: line))
        }
    }

    mutating func close() {
        textRun = 0
        depth -= 1
        namespacesInScope -= namespaces.popLast() ?? 0
    }

    mutating func text(bytes: Int, line: Int) {
        if textRun == 0 { countNode(line: line) }
        textRun += bytes
        if textRun > limits.textBytes { refuse(.textTooLong(limit: limits.textBytes, line: line)) }
    }

    mutating func comment(line: Int) {
        textRun = 0
        countNode(line: line)
    }

    mutating func instruction(isStylesheet: Bool, line: Int) {
        textRun = 0
        countNode(line: line)
        if limits.processingInstructions == .refused || !isStylesheet {
            refuse(.processingInstructionRefused(line: line))
        }
    }

    mutating func doctype() {
        refuse(.doctypeRefused)
    }

    private mutating func countNode(line: Int) {
        nodes += 1
        if nodes > limits.nodes { refuse(.tooManyNodes(limit: limits.nodes, line: line)) }
    }

    private mutating func refuse(_ error: XMLError) {
        if failure == nil { failure = error }
    }
}
