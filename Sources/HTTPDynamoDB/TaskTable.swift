import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The delegate of a session: hands what happens to a task to its exchange.
final class TaskTable: NSObject, URLSessionDataDelegate, Sendable {
    private let maximumResponseSize: Int
    private let exchanges = Mutex<[Int: URLExchange]>([:])

    init(maximumResponseSize: Int) {
        self.maximumResponseSize = maximumResponseSize
    }

    func insert(_ exchange: URLExchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    func remove(_ task: URLSessionTask) {
        exchanges.withLock { _ = $0.removeValue(forKey: task.taskIdentifier) }
    }

    private func exchange(of task: URLSessionTask) -> URLExchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchange(of: dataTask)?.receive(data, limit: maximumResponseSize)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchange(of: task)?.complete(task.response, error)
    }

    /// Redirects are answers: what is signed for one server is not sent to another.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        #if canImport(FoundationNetworking)
        // There, the process ends if the handler is called for a task that was cancelled meanwhile, which nobody can rule out.
        exchange(of: task)?.redirect(response)
        #else
        completionHandler(nil)
        #endif
    }
}
