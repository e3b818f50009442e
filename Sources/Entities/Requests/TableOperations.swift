extension PlainOperation<TableOutput> {
    public init(_ input: UpdateTableRequest) { self.init(.updateTable(input), origin: RequestOrigin()) }
}

extension PlainOperation<TaggingOutput> {
    public init(_ input: TagResourceRequest) { self.init(.tagResource(input), origin: RequestOrigin()) }
    public init(_ input: UntagResourceRequest) { self.init(.untagResource(input), origin: RequestOrigin()) }
}

extension PlainOperation<ListTagsOfResourceOutput> {
    public init(_ input: ListTagsOfResourceRequest) { self.init(.listTagsOfResource(input), origin: RequestOrigin()) }
}

extension PlainOperation<ContinuousBackupsOutput> {
    public init(_ input: DescribeContinuousBackupsRequest) {
        self.init(.describeContinuousBackups(input), origin: RequestOrigin())
    }
}

extension PlainOperation<DescribeLimitsOutput> {
    public init(_ input: DescribeLimitsRequest) { self.init(.describeLimits(input), origin: RequestOrigin()) }
}

extension PlainOperation<DescribeEndpointsOutput> {
    public init(_ input: DescribeEndpointsRequest) { self.init(.describeEndpoints(input), origin: RequestOrigin()) }
}
