public import SafeXML

/// The parts that an envelope refers to, each exactly once, and which of them have come.
///
/// Made from the root part, before the others are read, so that a part that nobody asked for is refused at its headers.
public struct XOPReferences: Sendable {
    private var expected: [String: String] = [:]

    /// Collects every `xop:Include` inside an element; no more than there may be parts beside the root.
    public init(in root: XMLElement, limits: MultipartLimits = MultipartLimits()) throws(MultipartError) {
        for include in root.descendants("Include", in: SOAPNamespace.xop) {
            guard expected.count < limits.parts - 1 else { throw .tooManyReferences(limit: limits.parts - 1) }
            let path = include.path
            guard let href = include.attribute("href"), let id = ContentID.decode(reference: href) else {
                throw .malformedReference(element: path)
            }
            guard expected.updateValue(path, forKey: id) == nil else { throw .referredTwice(element: path) }
        }
    }

    /// How many parts have not come yet.
    public var count: Int { expected.count }

    /// Notes that a part other than the root has begun; one that no element refers to is an error.
    public mutating func claim(_ headers: PartHeaders) throws(MultipartError) {
        if headers.isRoot { return }
        guard let id = headers.contentID, expected.removeValue(forKey: id) != nil else {
            throw .unreferenced(part: headers.index)
        }
    }

    /// Checks that every part referred to has come.
    public func finish() throws(MultipartError) {
        guard let missing = expected.values.min() else { return }
        throw .missingPart(element: missing)
    }
}
