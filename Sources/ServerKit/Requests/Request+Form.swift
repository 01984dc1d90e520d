public import Hummingbird

extension Request {
    /// The fields of the form in the body.
    ///
    /// - Throws: `Refusal` when it is no readable form, `BodyTooLarge` past the limit.
    public func form(_ limits: FormLimits = FormLimits()) async throws -> FormFields {
        let type = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type?.trimmingSpaces == "application/x-www-form-urlencoded" else { throw Refusal(.badRequest) }
        let body = try await wholeBody(BodyLimit(bytes: limits.bytes))
        do {
            return try FormFields(parsing: body, limits: limits)
        } catch {
            throw Refusal(.badRequest)
        }
    }
}

extension String {
    var trimmingSpaces: Substring {
        guard let first = firstIndex(where: { $0 != " " && $0 != "\t" }),
            let last = lastIndex(where: { $0 != " " && $0 != "\t" })
        else { return "" }
        return self[first...last]
    }
}
