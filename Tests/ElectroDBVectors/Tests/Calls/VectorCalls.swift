// Generated from vectors.json. Do not edit: generate again.
// swift-format-ignore-file

/// The calls of all cases.
let vectorCalls: [VectorCall] = BazaarEuCalls.all + ConsoleCalls.all + Depot9Calls.all + ParleyCalls.all + PressRoomCalls.all + SensorNetCalls.all + StayWellCalls.all + TenancyCalls.all
