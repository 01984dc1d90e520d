/// How large a picture is, as its file says it.
///
/// A browser goes by the file and not by what it is called: what does not begin as a PNG or a JPEG of that size is no page.
struct PictureSize: Equatable {
    let width: Int
    let height: Int

    init(_ width: Int, _ height: Int) { (self.width, self.height) = (width, height) }

    /// Nil for whatever is no file of that kind.
    init?(of file: ArraySlice<UInt8>, as format: DrawnPage.Format) {
        switch format {
        case .png: self.init(png: file)
        case .jpeg: self.init(jpeg: file)
        }
    }

    /// Whether a page may be so large.
    var isAllowed: Bool {
        width > 0 && height > 0 && max(width, height) <= PDFLimits.side && width * height <= PDFLimits.area
    }

    /// PNG (ISO 15948), 5.2 and 11.2.2: the signature, and first of all the header with both numbers.
    private init?(png file: ArraySlice<UInt8>) {
        let opening: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        var reader = ByteReader(Array(file.prefix(24).dropFirst(opening.count)))
        guard file.starts(with: opening), let width = reader.number(UInt32.self),
            let height = reader.number(UInt32.self)
        else { return nil }
        self.init(Int(width), Int(height))
    }

    /// JPEG (ISO 10918-1), annex B: segments, each with its length, up to the frame that has both numbers.
    private init?(jpeg file: ArraySlice<UInt8>) {
        guard file.starts(with: [0xFF, 0xD8]) else { return nil }
        var rest = file.dropFirst(2)
        while rest.first == 0xFF, let marker = rest.dropFirst().first {
            var reader = ByteReader(Array(rest.dropFirst(2).prefix(7)))
            guard let length = reader.number(UInt16.self), length >= 2 else { return nil }
            if (0xC0...0xC2).contains(marker) {
                guard reader.number(UInt8.self) == 8, let height = reader.number(UInt16.self),
                    let width = reader.number(UInt16.self)
                else { return nil }
                self.init(Int(width), Int(height))
                return
            }
            rest = rest.dropFirst(2 + Int(length))
        }
        return nil
    }
}
