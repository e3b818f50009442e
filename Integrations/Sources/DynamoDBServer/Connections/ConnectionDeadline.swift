import NIOCore

/// Closes a connection that keeps neither sending nor reading.
///
/// The deadline moves with each request; the timer stays and looks where the deadline is when it fires, which is cheaper than a new one
/// for each request.
final class ConnectionDeadline {
    /// `nil` while it is the server that takes its time.
    private var date: NIODeadline?
    private var timer: Scheduled<Void>?

    func start(_ amount: TimeAmount, _ context: ChannelHandlerContext) {
        move(to: amount)
        schedule(.now() + amount, context)
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

    private func schedule(_ date: NIODeadline, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: date) {
            let (deadline, context) = bound.value
            deadline.fire(context)
        }
    }

    private func fire(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        guard let date else { return schedule(now + .seconds(10), context) }
        if date <= now { context.close(promise: nil) } else { schedule(min(date, now + .minutes(1)), context) }
    }
}
