/// Reads the children of an XML-DSig element in their order; what is left over is an error.
struct ChildReader {
    private let parent: XMLElement
    private var rest: ArraySlice<XMLElement>

    init(_ parent: XMLElement) {
        self.parent = parent
        rest = Array(parent.children)[...]
    }

    mutating func next(if name: String) -> XMLElement? {
        guard let first = rest.first, first.isNamed(name, in: XMLSignature.namespace) else { return nil }
        rest.removeFirst()
        return first
    }

    mutating func one(_ name: String) throws(XMLSignatureError) -> XMLElement {
        guard let found = next(if: name) else { throw .malformed(element: parent.path) }
        return found
    }

    mutating func all(_ name: String) -> [XMLElement] {
        var found: [XMLElement] = []
        while let one = next(if: name) { found.append(one) }
        return found
    }

    func finish() throws(XMLSignatureError) {
        if let left = rest.first { throw .malformed(element: left.path) }
    }
}

extension XMLElement {
    /// The first child element, whatever its name.
    func child(anyOf _: Void) -> XMLElement? { children.first { _ in true } }
}

/// The `ec:InclusiveNamespaces` child of an exclusive canonical form (X17).
enum InclusiveNamespaces {
    static func read(_ element: XMLElement) throws(XMLSignatureError) -> [String] {
        let children = Array(element.children)
        guard let list = children.first else { return [] }
        let isExclusive = CanonicalizationMethod(rawValue: element.attribute("Algorithm") ?? "")?.isExclusive ?? false
        guard isExclusive, children.count == 1,
            list.isNamed("InclusiveNamespaces", in: CanonicalizationMethod.exclusive.rawValue),
            list.child(anyOf: ()) == nil
        else { throw .transformRefused(element: element.path) }
        let prefixes = (list.attribute("PrefixList") ?? "").split {
            $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r"
        }
        guard prefixes.count <= XMLLimits.maximumAttributes else { throw .transformRefused(element: element.path) }
        return prefixes.map(String.init)
    }
}

extension SignatureReference {
    static func read(_ elements: [XMLElement]) throws(XMLSignatureError) -> [SignatureReference] {
        var references: [SignatureReference] = []
        for element in elements { references.append(try read(element)) }
        return references
    }

    static func read(_ element: XMLElement) throws(XMLSignatureError) -> SignatureReference {
        var reader = ChildReader(element)
        var transforms: [SignatureTransform] = []
        if let list = reader.next(if: "Transforms") {
            var inside = ChildReader(list)
            for transform in inside.all("Transform") {
                transforms.append(
                    SignatureTransform(
                        algorithm: transform.attribute("Algorithm") ?? "",
                        inclusivePrefixes: try InclusiveNamespaces.read(transform)
                    )
                )
            }
            try inside.finish()
        }
        let method = try reader.one("DigestMethod")
        let value = try reader.one("DigestValue")
        try reader.finish()
        guard method.child(anyOf: ()) == nil else { throw .malformed(element: method.path) }
        guard let digest = Base64.decode(value.text) else { throw .malformed(element: value.path) }
        return SignatureReference(
            element: element,
            uri: element.attribute("URI"),
            type: element.attribute("Type"),
            transforms: transforms,
            digestMethod: method.attribute("Algorithm") ?? "",
            digestValue: digest
        )
    }
}
