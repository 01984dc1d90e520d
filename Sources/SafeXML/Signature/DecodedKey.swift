internal import CXMLSec

/// A key that OpenSSL has decoded, to be used many times: decoding one costs several times what using it does.
///
/// `@unchecked Sendable`: nobody writes into what it points to once it is made, and OpenSSL counts the holders of the key
/// behind it atomically.
final class DecodedKey: @unchecked Sendable {
    private let value: xmlSecKeyDataPtr

    /// Shares the value of a key, which stays the caller's; nil where the key has none.
    init?(of key: xmlSecKeyPtr) {
        guard let value = xmlSecKeyGetValue(key), let own = xmlSecKeyDataDuplicate(value) else { return nil }
        self.value = own
    }

    deinit { xmlSecKeyDataDestroy(value) }

    /// The key as xmlsec takes it, without a certificate; the caller owns it.
    func key() -> xmlSecKeyPtr? {
        guard let value = xmlSecKeyDataDuplicate(value) else { return nil }
        guard let key = xmlSecKeyCreate() else {
            xmlSecKeyDataDestroy(value)
            return nil
        }
        guard xmlSecKeySetValue(key, value) == 0 else {
            xmlSecKeyDataDestroy(value)
            xmlSecKeyDestroy(key)
            return nil
        }
        return key
    }
}
