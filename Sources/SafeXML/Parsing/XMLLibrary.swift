internal import CLibXML2
internal import CXMLSec
internal import Glibc

/// The two C libraries: started once, kept silent, cut off from files and network.
enum XMLLibrary {
    /// True once both libraries are ready; the first reader starts them, the language makes that thread-safe.
    static let isReady: Bool = {
        xmlInitParser()
        // X6: whatever asks for an external entity gets nothing, in this process.
        xmlSetExternalEntityLoader { _, _, _ in nil }
        guard xmlSecInit() == 0, xmlSecOpenSSLAppInit(nil) == 0, xmlSecOpenSSLInit() == 0 else { return false }
        // Its default prints subject names to stderr. Only the first reason number is kept, per thread.
        xmlSecErrorsSetCallback { _, _, _, _, _, reason, _ in
            guard pthread_getspecific(reasonKey) == nil else { return }
            _ = pthread_setspecific(reasonKey, UnsafeRawPointer(bitPattern: UInt(reason.magnitude)))
        }
        return true
    }()

    /// Runs `body` with this thread's libxml2 messages swallowed: they may quote the document.
    static func quietly<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        _ = pthread_setspecific(reasonKey, nil)
        return try body()
    }

    /// The first reason xmlsec gave on this thread since `quietly` began, 0 when none.
    static var lastSignatureReason: Int { Int(bitPattern: pthread_getspecific(reasonKey)) }
}

private let reasonKey: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
}()
