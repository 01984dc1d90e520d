internal import SafeXML

/// The images that narratives of one document may show: only those inside it, only as what they are.
struct NarrativeMedia {
    private let media: [String: XMLElement]
    private let limits: NarrativeLimits
    private var spent = 0
    /// References found wanting: a narrative that names a bad image many times must not have it decoded each time.
    private var refused: Set<String> = []

    init(_ root: XMLElement, limits: NarrativeLimits) {
        var media: [String: XMLElement] = [:]
        for element in root.descendants("observationMedia", in: CDA.namespace) {
            if let id = element.attribute("ID"), media[id] == nil { media[id] = element }
        }
        self.media = media
        self.limits = limits
    }

    /// A `data:` address for an image named by a narrative; nil where it is not there, too large or not an image.
    mutating func source(of reference: String) -> String? {
        if refused.contains(reference) { return nil }
        guard let source = read(reference) else {
            refused.insert(reference)
            return nil
        }
        return source
    }

    private mutating func read(_ reference: String) -> String? {
        guard let value = media[reference]?.child("value", in: CDA.namespace),
            value.attribute("representation") == "B64", let mediaType = value.attribute("mediaType")?.lowercased()
        else { return nil }
        let text = value.text
        // Room for line breaks in the base64 text.
        guard text.utf8.count <= limits.imageBytes / 3 * 4 + limits.imageBytes / 16 + 64,
            let bytes = Base64.decode(text), bytes.count <= limits.imageBytes,
            spent + bytes.count <= limits.totalImageBytes
        else { return nil }
        let kind = DocumentKind(of: bytes)
        guard [.png, .jpeg, .gif].contains(kind), kind.mediaTypes.contains(mediaType),
            let pixels = ImageSize.pixels(bytes, kind: kind), pixels > 0, pixels <= ImageSize.limit
        else { return nil }
        spent += bytes.count
        return "data:\(mediaType);base64,\(Base64.encode(bytes))"
    }
}
