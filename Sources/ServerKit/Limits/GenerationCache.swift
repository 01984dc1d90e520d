/// A dictionary of bounded size that keeps what was used last: when the young half is full it becomes the old half.
struct GenerationCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    let capacity: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    /// A cache that never holds more than twice `capacity` values.
    init(capacity: Int) { self.capacity = max(1, capacity) }

    var count: Int { young.count + old.count }

    mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old.removeValue(forKey: key) else { return nil }
        insert(value, for: key)
        return value
    }

    mutating func insert(_ value: Value, for key: Key) {
        if young[key] == nil, young.count >= capacity {
            old = young
            young = [:]
        }
        old[key] = nil
        young[key] = value
    }

    mutating func removeAll() {
        young = [:]
        old = [:]
    }
}
