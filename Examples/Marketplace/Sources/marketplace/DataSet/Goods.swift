/// What is traded.
enum Goods {
    static let categories = ["books", "games", "garden", "kitchen", "music", "sports", "tools", "toys"]

    private static let names = [
        "books": ["Atlas", "Cookbook", "Dictionary", "Novel"], "games": ["Chess set", "Dominoes", "Go board"],
        "garden": ["Rake", "Seed box", "Watering can"], "kitchen": ["Colander", "Kettle", "Whisk"],
        "music": ["Metronome", "Recorder", "Ukulele"], "sports": ["Football", "Shuttlecock", "Skipping rope"],
        "tools": ["Chisel", "Hammer", "Spirit level"], "toys": ["Kite", "Marbles", "Spinning top"],
    ]

    /// A name for something of a category, with a number that tells it from others.
    static func title(of category: String, _ number: Int) -> String {
        let names = names[category] ?? []
        return names.isEmpty ? "Thing \(number)" : "\(names[number % names.count]) \(number)"
    }
}
