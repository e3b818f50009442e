/// What was read is not what was written.
package struct WrongAnswer: Error {
    package init() {}
}
