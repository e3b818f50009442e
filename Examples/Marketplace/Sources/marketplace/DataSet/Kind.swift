/// What comes to be once for each time that somebody asks for it: so what is stored can be counted against what was promised.
enum Kind: String, CaseIterable {
    case accounts, listings, changes, orders, deposits, reviews, messages, searches
}
