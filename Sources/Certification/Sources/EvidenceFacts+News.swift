extension EvidenceFacts {
    /// What is said here and was not said in the same words earlier. What a person changed in the register since is not
    /// taken back by a document that says what it always said.
    public func news(since earlier: EvidenceFacts) -> EvidenceFacts {
        var news = self
        if title == earlier.title { news.title = nil }
        if kind == earlier.kind { news.kind = nil }
        if owner == earlier.owner { news.owner = nil }
        if classification == earlier.classification { news.classification = nil }
        if reviewEvery == earlier.reviewEvery { news.reviewEvery = nil }
        if reviewOn == earlier.reviewOn { news.reviewOn = nil }
        if expires == earlier.expires { news.expires = nil }
        if retain == earlier.retain { news.retain = nil }
        if tags == earlier.tags { news.tags = nil }
        if note == earlier.note { news.note = nil }
        if location == earlier.location { news.location = nil }
        return news
    }
}
