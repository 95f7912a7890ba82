using System.Collections.Frozen;

namespace NewsTracker.Ingestion.Tagging.FoundNames;

/// <summary>The English words by which companies are told from the rest of the capitalised world; all folded.</summary>
static class NameWords
{
    /// <summary>Legal forms; “AG” and “SA” are left out, they are attorneys general and South Africa as often.</summary>
    public static FrozenSet<string> LegalForms { get; } = ["inc", "corp", "corporation", "ltd", "limited", "llc", "gmbh", "plc", "pty", "llp", "co"];

    /// <summary>What a company is called, in the singular: “the startup X”, “X, a maker of …”.</summary>
    public static FrozenSet<string> Companies { get; } =
    [
        "company", "firm", "startup", "start up", "vendor", "maker", "manufacturer", "retailer", "automaker", "carmaker", "chipmaker", "unicorn", "conglomerate", "subsidiary", "insurer",
        "airline", "insurtech", "fintech", "scaleup", "spinoff", "spinout", "spin off", "spin out", "chain",
    ];

    /// <summary>What people are called too: they count behind a comma and before “of”, or for names of one word.</summary>
    public static FrozenSet<string> Doers { get; } = ["developer", "provider", "supplier", "distributor", "integrator", "operator", "specialist", "pioneer", "giant", "designer", "seller", "player"];

    /// <summary>Several of them: “vendors such as X and Y”.</summary>
    public static FrozenSet<string> Several { get; } =
    [
        "companies", "firms", "startups", "start ups", "vendors", "makers", "manufacturers", "retailers", "automakers", "carmakers", "chipmakers", "unicorns", "insurers", "airlines", "investors", "backers",
        "suppliers", "providers", "brands", "chains", "giants", "banks", "players", "fintechs",
    ];

    /// <summary>Words that lead from <see cref="Several"/> to the names.</summary>
    public static FrozenSet<string> Such { get; } = ["like", "including", "namely"];

    /// <summary>Words behind which a noun like “company” is the head of its phrase.</summary>
    public static FrozenSet<string> Links { get; } =
    [
        "of", "that", "which", "whose", "in", "with", "and", "based", "specializing", "specialising", "providing", "offering", "developing", "using", "behind", "focused", "for", "to", "from", "known", "founded",
        "backed", "headquartered", "has", "is", "was", "owned", "by", "on", "working", "making", "building", "selling",
    ];

    /// <summary>Words at which the phrase behind a comma turns to something else.</summary>
    public static FrozenSet<string> Turns { get; } = ["at", "of", "who", "whom", "where", "when", "says", "said", "told", "for", "with", "from", "by"];

    /// <summary>Words for what is no company: they speak against a name.</summary>
    public static FrozenSet<string> Others { get; } =
    [
        "nonprofit", "non profit", "group", "organization", "organisation", "agency", "charity", "university", "institute", "professor", "researcher", "lawmaker", "senator", "coalition", "campaign",
        "newspaper", "magazine", "website", "blog", "outlet", "publication", "city", "town", "country", "state", "province", "tank", "union", "foundation", "regulator", "court", "spokesman", "spokeswoman", "spokesperson",
    ];

    /// <summary>What companies make and do: “X, which makes …”.</summary>
    public static FrozenSet<string> Makes { get; } = ["makes", "sells", "develops", "builds", "manufactures", "designs", "supplies", "licenses", "produces", "markets"];

    /// <summary>Before a sum: “X raises $40 million”.</summary>
    public static FrozenSet<string> Raises { get; } = [.. MoneyCues.Split(MoneyCues.Raising)];

    /// <summary>Before the name of what is bought.</summary>
    public static FrozenSet<string> Acquires { get; } = ["acquire", "acquires", "acquired", "acquiring"];

    /// <summary>What a buyer does: “X buys Y”.</summary>
    public static FrozenSet<string> Buys { get; } = ["acquire", "acquires", "acquired", "acquiring", "buy", "buys", "bought", "buying"];

    /// <summary>Words between a name and what it does.</summary>
    public static FrozenSet<string> Helpers { get; } = ["has", "have", "had", "is", "will", "to", "also", "just", "recently", "today", "agrees", "agreed", "plans", "set", "about"];

    /// <summary>Nouns that lead to “to acquire” as names do: “announces intent to acquire X”.</summary>
    public static FrozenSet<string> Intents { get; } = ["intent", "intention", "plan", "deal", "agreement", "bid", "offer", "move", "talks", "option", "right", "proposal", "push", "race", "decision", "approval", "attempt"];

    /// <summary>Words that go on behind a name which stands for the whole company.</summary>
    public static FrozenSet<string> Joints { get; } = ["for", "in", "to", "and", "from", "as", "at", "after", "with", "amid", "which", "by", "on", "this", "last", "earlier", "today", "over", "that", "but", "ahead", "following", "when", "while"];

    /// <summary>Words between a contract and who has it: “a contract worth up to £50 million with X”.</summary>
    public static FrozenSet<string> ContractTerms { get; } = ["worth", "valued", "at", "up", "to", "of", "about", "around", "nearly", "almost", "more", "than", "a", "an", "million", "billion", "year", "years", "month", "months"];

    /// <summary>Heads of companies; chiefs of technology and information sit in agencies too.</summary>
    public static FrozenSet<string> Chiefs { get; } = ["ceo", "coo", "cfo", "cmo"];

    /// <summary>What companies do in headlines, and others too.</summary>
    public static FrozenSet<string> Announces { get; } =
    [
        "announces", "announced", "unveils", "unveiled", "launches", "launched", "introduces", "introduced", "releases", "released", "debuts", "showcases", "integrates", "partners", "partnered", "acquires", "expands",
    ];

    /// <summary>What companies own: “X’s platform”.</summary>
    public static FrozenSet<string> Owned { get; } = ["platform", "product", "products", "software", "technology", "solution", "solutions", "shares", "stock", "customers", "algorithm", "algorithms", "engine", "app", "investors", "founder", "co founder"];

    /// <summary>Last words of names that only companies bear.</summary>
    public static FrozenSet<string> SureEndings { get; } = ["technologies", "therapeutics", "pharmaceuticals", "semiconductor", "semiconductors", "holdings", "airlines", "airways", "ventures"];

    /// <summary>Last words that companies bear more often than others.</summary>
    public static FrozenSet<string> LikelyEndings { get; } =
        ["labs", "systems", "networks", "robotics", "software", "capital", "partners", "industries", "motors", "electronics", "biometrics", "analytics", "solutions", "communications", "entertainment", "studios", "pharma", "ai", "bank", "technology"];

    /// <summary>Either of them.</summary>
    public static FrozenSet<string> Endings { get; } = [.. SureEndings, .. LikelyEndings];

    /// <summary>Stock exchanges, as they stand before a ticker.</summary>
    public static FrozenSet<string> Exchanges { get; } = ["nasdaq", "nyse", "lse", "tsx", "tsxv", "asx", "otc", "otcqb", "otcqx", "hkex", "sgx", "aim", "cse", "nse", "bse", "tse", "krx", "kosdaq", "euronext", "sehk", "szse", "sse"];

    /// <summary>Words of names that no company here bears: authorities, schools, media, places.</summary>
    public static FrozenSet<string> Elsewhere { get; } =
    [
        "university", "college", "institute", "school", "academy", "police", "department", "ministry", "court", "council", "commission", "agency", "association", "foundation", "center", "centre", "committee", "office",
        "bureau", "army", "navy", "force", "forces", "government", "parliament", "senate", "congress", "party", "union", "board", "society", "federation", "alliance", "coalition", "campaign", "project", "museum", "hospital",
        "airport", "times", "post", "news", "journal", "daily", "magazine", "herald", "tribune", "gazette", "radio", "tv", "press", "church", "county", "city", "state", "district", "act", "bill", "street", "watch", "lab",
        "day", "week", "conference", "summit", "forum", "awards", "report", "show", "program", "programme", "initiative", "service", "services", "authority", "administration", "league", "club", "team", "consortium", "network",
    ];

    /// <summary>Peoples and their languages: they stand before names and belong to none.</summary>
    public static FrozenSet<string> Peoples { get; } =
    [
        "american", "chinese", "japanese", "indian", "israeli", "russian", "german", "french", "british", "english", "canadian", "australian", "korean", "european", "asian", "african", "spanish", "italian", "swedish", "swiss", "dutch", "finnish",
        "norwegian", "danish", "estonian", "polish", "irish", "scottish", "taiwanese", "brazilian", "us", "u.s", "uk", "u.k", "eu",
    ];

    /// <summary>Months, days and places: capitalised, and no company alone.</summary>
    public static FrozenSet<string> Places { get; } =
    [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "america", "usa", "china", "japan", "india", "israel", "russia", "germany", "france", "britain", "england", "london", "canada", "australia", "korea", "south", "north", "east", "west", "singapore", "europe", "asia", "africa", "brazil", "spain",
        "italy", "sweden", "switzerland", "netherlands", "finland", "norway", "denmark", "ireland", "scotland", "wales", "taiwan", "hong", "kong", "beijing", "shanghai", "shenzhen", "new", "york", "san", "francisco", "california", "texas", "boston", "seattle",
        "washington", "chicago", "silicon", "valley", "brussels", "paris", "berlin", "tokyo", "dubai", "toronto", "vancouver", "palo", "alto", "mumbai", "delhi", "bangalore", "los", "angeles", "detroit", "florida", "michigan", "illinois", "massachusetts",
    ];

    /// <summary>Months and days that stand right before a name without belonging to it: “In May X bought Y”.</summary>
    public static FrozenSet<string> Times { get; } =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Small words, titles and the like: no part of a name, whatever their capitals.</summary>
    static readonly string[] Small =
    [
        "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "your", "my", "it", "he", "she", "they", "we", "you", "i", "who", "what", "when", "where", "why", "how", "which", "and", "or", "but", "if", "as", "at",
        "by", "for", "from", "in", "into", "of", "on", "over", "to", "up", "with", "within", "without", "after", "before", "about", "against", "amid", "among", "between", "during", "not", "no", "is", "are", "was", "were", "be", "been", "has", "have", "had",
        "can", "could", "may", "might", "will", "would", "should", "must", "do", "does", "did", "now", "today", "here", "there", "all", "some", "many", "most", "more", "other", "another", "first", "last", "next", "one", "two", "three", "also", "meanwhile", "however", "then", "still", "yet", "once", "since", "while", "even", "though", "although", "because", "so", "such", "just", "only", "under", "through", "per", "like", "around", "both", "each", "every", "any", "than",
        "ceo", "coo", "cto", "cfo", "cmo", "cio", "vp", "president", "chairman", "director", "founder", "co founder", "cofounder", "chief", "head", "mr", "ms", "mrs", "dr", "prof", "sen", "rep", "gov", "senator", "secretary", "officer", "analyst", "analysts",
    ];

    /// <summary>Words of the trade: they open no name, but go on with one where capitals mean something.</summary>
    public static FrozenSet<string> Trade { get; } =
    [
        "ai", "iot", "ml", "api", "it", "vr", "ar", "5g", "ip", "cctv", "nist", "ipo", "r&d", "gps", "usd", "pdf", "faq", "q&a", "ces", "isc", "covid", "covid 19", "gdpr", "bipa", "tech", "big", "says", "said", "using", "use", "uses", "used", "via", "top", "global", "world", "international",
        "artificial", "intelligence", "machine", "learning", "deep", "data", "cloud", "digital", "smart", "mobile", "security", "privacy", "facial", "face", "recognition", "biometric", "biometrics", "identity", "verification", "authentication", "surveillance", "vision",
        "computer", "software", "hardware", "platform", "system", "solution", "product", "app", "apps", "service", "market", "research", "report", "study", "review", "interview", "opinion", "analysis", "update", "exclusive", "breaking", "watch", "video", "photo", "image", "source",
        "companies", "startups", "start ups", "vendors", "firms", "police", "government", "congress", "lawmakers", "senate", "house", "court", "city", "state", "federal", "public", "private", "national", "former", "early", "late", "leading", "largest", "latest",
        "launch", "launching", "raise", "raising", "get", "gets", "goes", "takes", "makes", "wins", "won", "adds", "brings", "helps", "plans", "signs", "joins", "selects", "chooses", "receives", "received", "deploys", "delivers", "offers", "provides", "achieves", "creates", "becomes", "reveals", "reports",
        "based", "series", "seed", "round", "funding", "million", "billion", "percent", "emerging", "advanced", "autonomous", "robot", "robots", "robotics", "self driving", "driverless", "group", "industry", "business", "internet", "web", "online", "open", "neural", "language", "natural", "voice", "speech",
        "christian", "republican", "republicans", "democrat", "democrats", "democratic", "android", "windows", "linux", "bluetooth", "azure", "alexa", "siri", "cortana", "watson", "tensorflow", "pytorch", "ios", "iphone", "ipad", "chrome", "gmail", "kubernetes", "hadoop", "spark", "rekognition", "wi fi", "python", "java",
    ];

    /// <summary>Words at which a run of capitals ends.</summary>
    public static FrozenSet<string> Breaks { get; } = [.. Small, .. Companies, .. Doers, .. Several, .. Announces, .. Raises, .. Acquires, .. Buys];

    /// <summary>Words that open no name.</summary>
    public static FrozenSet<string> Common { get; } = [.. Breaks, .. Peoples, .. Places, .. Trade, .. Endings, "fund", "nlp", "spin out", "spin off"];

    /// <summary>Given names: two words that start with one are a person.</summary>
    public static FrozenSet<string> GivenNames { get; } =
    [
        "aaron", "adam", "alan", "alex", "alexander", "alexandria", "alice", "amy", "andrea", "andrew", "andy", "angela", "anna", "anne", "anthony", "ben", "benjamin", "bernie", "bill", "bob", "brad", "brian", "bruce", "carl", "carlos", "carol", "caroline", "catherine", "charles",
        "chris", "christine", "christopher", "cory", "craig", "dan", "daniel", "dave", "david", "dawn", "diane", "donald", "doug", "ed", "eddie", "edward", "elizabeth", "elon", "emily", "emma", "eric", "evan", "frank", "fred", "gary", "george", "grace", "greg", "hannah", "harry", "helen", "henry",
        "ian", "jack", "jacob", "james", "jamie", "jane", "janet", "jason", "jay", "jeff", "jeffrey", "jennifer", "jeremy", "jerry", "jessica", "jim", "jimmy", "joe", "john", "jon", "jonathan", "joseph", "josh", "joshua", "joy", "julia", "julie", "justin", "karen", "kate", "keith", "kelly", "ken",
        "kevin", "kim", "kris", "larry", "laura", "lee", "linda", "lisa", "louis", "lucy", "luke", "marc", "maria", "mark", "martin", "mary", "matt", "matthew", "megan", "michael", "michelle", "mike", "nancy", "natalie", "nick", "nicole", "oliver", "patrick", "paul", "peter", "phil", "philip", "rachel", "ray",
        "rebecca", "richard", "rick", "rob", "robert", "roger", "ron", "ryan", "sam", "samuel", "sandra", "sara", "sarah", "satya", "scott", "sean", "sharon", "simon", "stephanie", "stephen", "steve", "steven", "sundar", "susan", "ted", "tim", "timothy", "todd", "tom", "tony", "victor", "victoria", "wendy", "will", "william", "xi", "zack",
    ];
}
