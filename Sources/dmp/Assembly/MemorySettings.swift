import CMalloc
import Glibc

/// How the process's allocator behaves.
enum MemorySettings {
    /// Contents and lists take and give back buffers of some hundred kilobytes at every request: kept at hand rather than
    /// handed back to the system and fetched again, page by page, each time.
    static func keepBuffersAtHand() {
        mallopt(M_MMAP_THRESHOLD, 8 << 20)
        mallopt(M_TRIM_THRESHOLD, 16 << 20)
        mallopt(M_TOP_PAD, 1 << 20)
        // One arena for each processor and one: more would only hold more of such buffers.
        mallopt(M_ARENA_MAX, Int32(clamping: sysconf(Int32(_SC_NPROCESSORS_ONLN)) + 1))
    }
}
