public import ClinicalDocuments
public import HealthRecord

/// A document as somebody adds it on a page: a file and a few words; the house makes the rest.
public struct WebDraft: Sendable {
    /// A file and what it is.
    public struct File: Sendable {
        let mediaType: String
        let bytes: [UInt8]

        /// Joins both.
        public init(mediaType: String, bytes: [UInt8]) {
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    /// Type (JDV_J66).
    public var type: Code
    /// Title.
    public var title: String
    /// Day of the act.
    public var actDate: CalendarDate?
    /// The acts that it tells of (`eventCodeList`).
    public var acts: [Code] = []
    /// From whom it is hidden.
    public var visibility: Visibility
    /// The file.
    public var file: File
    /// The document that it replaces.
    public var replaces: UniqueID?
    /// An injection, told in the place of the file.
    public var vaccination: VaccinationNote?
    /// Minutes by which the author's clock is ahead of UTC.
    public var zoneMinutes: Int

    /// Joins the parts.
    public init(
        type: Code,
        title: String,
        actDate: CalendarDate?,
        visibility: Visibility,
        file: File,
        replaces: UniqueID? = nil,
        zoneMinutes: Int
    ) {
        self.type = type
        self.title = title
        self.actDate = actDate
        self.visibility = visibility
        self.file = file
        self.replaces = replaces
        self.zoneMinutes = zoneMinutes
    }
}
