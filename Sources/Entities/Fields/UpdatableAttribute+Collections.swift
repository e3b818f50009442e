extension UpdatableAttribute {
    /// Inserts members into the set; it is made where there is none. Without members, nothing changes.
    public func insert<Member: AttributeConvertible>(_ members: Member...) -> Change where Value == Set<Member> {
        insert(contentsOf: Set(members))
    }

    /// Inserts all members of another set.
    public func insert<Member: AttributeConvertible>(contentsOf members: Set<Member>) -> Change
    where Value == Set<Member> {
        if let reason = objection(toElements: members) { return .refused(path, reason) }
        return setAction(members) { .init(add: [$0]) }
    }

    /// Removes members from the set. A set without members is absent.
    public func remove<Member: AttributeConvertible>(_ members: Member...) -> Change where Value == Set<Member> {
        remove(contentsOf: Set(members))
    }

    /// Removes all members of another set.
    public func remove<Member: AttributeConvertible>(contentsOf members: Set<Member>) -> Change
    where Value == Set<Member> {
        setAction(members) { .init(delete: [$0]) }
    }

    private func setAction<Member: AttributeConvertible>(
        _ members: Set<Member>, _ action: (UpdateExpression.ValueAction) -> UpdateExpression
    ) -> Change where Value == Set<Member> {
        if members.isEmpty { return Change(update: UpdateExpression()) }
        guard path.isTopLevel else {
            return .refused(path, "DynamoDB adds to and deletes from top-level sets only; set the whole set instead")
        }
        return Change(update: action(.init(path, operand(members))))
    }

    /// Appends to the list; it is made where there is none.
    public func append<Element: AttributeConvertible>(_ elements: Element...) -> Change where Value == [Element] {
        append(contentsOf: elements)
    }

    /// Appends all elements of another list.
    public func append<Element: AttributeConvertible>(contentsOf elements: [Element]) -> Change
    where Value == [Element] {
        if let reason = objection(toElements: elements) { return .refused(path, reason) }
        return .set(path, .listAppend(.ifNotExists(path, .operand(.value(.list([])))), .operand(operand(elements))))
    }

    /// Puts elements in front of the list, in their order; it is made where there is none.
    public func prepend<Element: AttributeConvertible>(_ elements: Element...) -> Change where Value == [Element] {
        prepend(contentsOf: elements)
    }

    /// Puts all elements of another list in front of the list.
    public func prepend<Element: AttributeConvertible>(contentsOf elements: [Element]) -> Change
    where Value == [Element] {
        if let reason = objection(toElements: elements) { return .refused(path, reason) }
        return .set(path, .listAppend(.operand(operand(elements)), .ifNotExists(path, .operand(.value(.list([]))))))
    }
}
