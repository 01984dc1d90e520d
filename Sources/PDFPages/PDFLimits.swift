public import ConfinedWorkers

/// How much of one file is drawn.
public enum PDFLimits {
    /// Bytes of the largest file that is looked at.
    public static let fileBytes = 64 << 20
    /// Pages that are drawn at most.
    public static let pages = 100
    /// Bytes of the pictures of one file, together.
    public static let pictureBytes = 8 << 20
    /// Bytes of what is written on one page.
    public static let textBytes = 64 << 10
    /// Points of a picture for one point of the paper, which has 72 to the inch.
    public static let scale = 2.0
    /// Points of the longest side of a picture, and of the whole of it.
    public static let (side, area) = (4000, 4_000_000)
    /// Seconds after which no page more is begun.
    public static let seconds = 5
}

extension WorkerLimits {
    /// What a worker may have that draws one file, and no second one: nothing of one person's document is left when the next
    /// comes.
    public static let drawing = {
        var limits = WorkerLimits(
            memoryBytes: 512 << 20,
            processorSeconds: 10,
            patience: .seconds(20),
            jobs: 1,
            files: .below(["/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/poppler"])
        )
        // With a second try, less than a door waits for its answer.
        limits.queue = .seconds(10)
        // Each holds its file.
        limits.waiting = 16
        return limits
    }()
}
