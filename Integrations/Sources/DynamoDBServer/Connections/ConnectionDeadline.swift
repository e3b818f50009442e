import NIOCore

/// Closes a connection that keeps neither sending nor reading.
///
/// The deadline moves with each request, several times. One timer a connection looks at it now and then, which is cheaper than a timer
/// for each move; so a connection is closed up to one period late.
final class ConnectionDeadline {
    private let period: TimeAmount
    /// `nil` while it is the server that takes its time.
    private var date: NIODeadline?
    private var timer: Scheduled<Void>?

    init(period: TimeAmount) {
        self.period = period
    }

    func start(_ amount: TimeAmount, _ context: ChannelHandlerContext) {
        move(to: amount)
        schedule(context)
    }

    func move(to amount: TimeAmount) {
        date = .now() + amount
    }

    func pause() {
        date = nil
    }

    func cancel() {
        timer?.cancel()
        timer = nil
    }

    private func schedule(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: period) {
            let (deadline, context) = bound.value
            if let date = deadline.date, date <= .now() {
                context.close(promise: nil)
            } else {
                deadline.schedule(context)
            }
        }
    }
}
