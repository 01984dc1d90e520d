extension MultipartReader {
    mutating func skipPreamble(_ bytes: ArraySlice<UInt8>) throws(MultipartError) -> ArraySlice<UInt8>? {
        switch boundary.search(bytes) {
        case .found(let position):
            try pad(position - bytes.startIndex)
            state = .afterDelimiter
            return bytes[(position + boundary.delimiter.count)...]
        case .clearUpTo(let position):
            try pad(position - bytes.startIndex)
            carry = Array(bytes[position...])
            return nil
        }
    }

    mutating func pad(_ count: Int) throws(MultipartError) {
        // The line end put before the first byte may be counted: two bytes of grace.
        guard count <= limits.padding + 2 - padding else { throw .paddingTooLarge(limit: limits.padding) }
        padding += count
    }

    /// After a boundary: `--` ends the body; blanks and a line end begin a part (RFC 2046 § 5.1.1).
    mutating func readDelimiterEnd(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) -> ArraySlice<UInt8>? {
        let blanks = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks <= limits.padding else { throw .paddingTooLarge(limit: limits.padding) }
        let end = bytes.dropFirst(blanks)
        guard let first = end.first else {
            carry = Array(bytes)
            return nil
        }
        let isClosing = first == UInt8(ascii: "-") && blanks == 0
        guard isClosing || first == 0x0D else { throw .malformedDelimiter(part: max(part, 0)) }
        guard let second = end.dropFirst().first else {
            carry = Array(bytes)
            return nil
        }
        guard second == (isClosing ? UInt8(ascii: "-") : 0x0A) else { throw .malformedDelimiter(part: max(part, 0)) }
        guard isClosing else {
            part += 1
            guard part < limits.parts else { throw .tooManyParts(limit: limits.parts) }
            state = .headers
            searched = 0
            // The line end is kept: headers then end at the first empty line, even when there are none.
            return end
        }
        guard part >= 0 else { throw .noParts }
        state = .epilogue
        padding = 0
        events.append(.finished)
        return end.dropFirst(2)
    }

    mutating func readHeaders(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) -> ArraySlice<UInt8>? {
        guard let end = endOfHeaders(bytes) else {
            guard bytes.count <= limits.partHeaders + 3 else {
                throw .headersTooLarge(part: part, limit: limits.partHeaders)
            }
            searched = max(bytes.count - 3, 0)
            carry = Array(bytes)
            return nil
        }
        // Counted from the first header to the end of the last line.
        guard end - bytes.startIndex <= limits.partHeaders else {
            throw .headersTooLarge(part: part, limit: limits.partHeaders)
        }
        let headers = try PartHeaders(bytes[bytes.startIndex..<end], part: part)
        try register(headers)
        base64 = headers.encoding == .base64 ? Base64Stream() : nil
        partSize = 0
        isAtStartOfBody = true
        state = .body
        events.append(.partBegan(headers))
        // The empty line's end may be the beginning of the next boundary, when the part is empty.
        return bytes[(end + 2)...]
    }

    private func endOfHeaders(_ bytes: ArraySlice<UInt8>) -> Int? {
        var position = bytes.startIndex + searched
        while position + 3 < bytes.endIndex {
            if bytes[position] == 0x0D, bytes[position + 1] == 0x0A, bytes[position + 2] == 0x0D,
                bytes[position + 3] == 0x0A
            {
                return position
            }
            position += 1
        }
        return nil
    }

    private mutating func register(_ headers: PartHeaders) throws(MultipartError) {
        if headers.isRoot, let start, headers.contentID != start { throw .rootNotFirst }
        guard let id = headers.contentID else {
            guard headers.isRoot else { throw .missingContentID(part: part) }
            return
        }
        guard contentIDs.insert(id).inserted else { throw .repeatedContentID(part: part) }
    }

    mutating func readBody(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) -> ArraySlice<UInt8>? {
        switch boundary.search(bytes) {
        case .found(let position):
            try emit(bytes[bytes.startIndex..<position], &events)
            if var stream = base64 {
                guard let last = stream.finish() else { throw .malformedBase64(part: part) }
                try emitDecoded(last[...], &events)
            }
            events.append(.partEnded)
            state = .afterDelimiter
            return bytes[(position + boundary.delimiter.count)...]
        case .clearUpTo(let position):
            try emit(bytes[bytes.startIndex..<position], &events)
            carry = Array(bytes[position...])
            return nil
        }
    }

    private mutating func emit(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) {
        guard !bytes.isEmpty else { return }
        let content = isAtStartOfBody ? bytes.dropFirst(2) : bytes
        isAtStartOfBody = false
        guard base64 != nil else {
            try emitDecoded(content, &events)
            return
        }
        guard let decoded = base64?.decode(content) else { throw .malformedBase64(part: part) }
        try emitDecoded(decoded[...], &events)
    }

    private mutating func emitDecoded(
        _ bytes: ArraySlice<UInt8>,
        _ events: inout [MultipartEvent]
    ) throws(MultipartError) {
        guard !bytes.isEmpty else { return }
        let limit = part == 0 ? limits.rootPart : limits.document
        guard bytes.count <= limit - partSize else { throw .partTooLarge(part: part, limit: limit) }
        partSize += bytes.count
        events.append(.partBytes(bytes))
    }
}
