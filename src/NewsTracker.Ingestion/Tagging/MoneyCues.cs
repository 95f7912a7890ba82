namespace NewsTracker.Ingestion.Tagging;

/// <summary>What a sum means, finer than a <see cref="MoneyKind"/>: whose it is depends on it.</summary>
enum MoneySense
{
    None,
    Round,
    Valuation,
    Settlement,
    Fine,
    Revenue,
    Contract,
    Investment,
    MarketSize,
    Fund,
    Purchase,
    Listing,

    /// <summary>A price, a cost, a grant, a loss: understood, and none of the kinds.</summary>
    Aside,

    /// <summary>Something that is said not to have happened.</summary>
    Denied,
}

/// <summary>How a cue stands to its sum.</summary>
enum CueRole
{
    /// <summary>A verb before it: “raised $5 million”.</summary>
    Verb,

    /// <summary>A noun before it: “a round of $5 million”.</summary>
    Noun,

    /// <summary>The noun that it measures, behind it: “a $5 million round”.</summary>
    Head,

    /// <summary>A verb behind it whose subject it is: “$5 million was invested”.</summary>
    Passive,
}

/// <summary>Words that tell what a sum means.</summary>
/// <param name="Sense">What they speak for.</param>
/// <param name="Role">Where they stand.</param>
/// <param name="Points">How strongly they speak right beside the sum; how points fall with distance is told in docs/taxonomy.md.</param>
/// <param name="Phrases">Separated by commas; a final <c>*</c> leaves the ending open.</param>
sealed record MoneyCue(MoneySense Sense, CueRole Role, double Points, string Phrases);

/// <summary>The words by which English business news tells what a sum is.</summary>
static class MoneyCues
{
    /// <summary>Verbs with which companies get money from investors: “X raises $40 million”.</summary>
    public const string Raising = """
        raise, raises, raised, raising, lands, landed, secures, secured, securing, nabs, nabbed, bags, bagged, scores, scored, snags, snagged, nets, netted, pulls in, pulled in, picks up, picked up,
        hauls in, rakes in, attracts, attracted, closes, close, closed, closing, gathered, garnered, garners, grabs, grabbed, collected
        """;

    /// <summary>Every cue.</summary>
    public static IReadOnlyList<MoneyCue> All { get; } =
    [
        new(MoneySense.Round, CueRole.Head, 6, """
            round, rounds, funding*, financing*, investment round*, seed, fundrais*, capital raise, raise, series a, series b, series c, series d, series e, series f, series g,
            series seed, pre series a, venture capital, stake in, in equity, equity investment, capital injection
            """),
        new(MoneySense.Round, CueRole.Passive, 5, "get invested, be invested, was invested, were invested, been invested, be raised, was raised, were raised, been raised"),
        new(MoneySense.Round, CueRole.Head, 2, "from investors, investors, from venture*, led by, co led by, backed by"),
        new(MoneySense.Round, CueRole.Verb, 5, Raising),
        new(MoneySense.Round, CueRole.Verb, 5, "took in, takes in, taken in, taking in"),
        new(MoneySense.Round, CueRole.Verb, 3, "received, receives, gets, got"),
        new(MoneySense.Round, CueRole.Noun, 4, "funding, financing, round, rounds, capital injection, venture capital, series a, series b, series c, series d, series e, seed, stake"),

        new(MoneySense.Valuation, CueRole.Head, 6, "valuation*, market cap*, market value, pre money, post money"),
        new(MoneySense.Valuation, CueRole.Head, 4, "company, startup, start up, unicorn"),
        new(MoneySense.Valuation, CueRole.Verb, 5, "valued, values, valuing"),
        new(MoneySense.Valuation, CueRole.Verb, 2, "is worth, was worth, be worth, now worth, company worth"),
        new(MoneySense.Valuation, CueRole.Noun, 5, "valuation*, market cap*, market value"),

        new(MoneySense.Settlement, CueRole.Head, 6, "settlement*, to settle, to resolve, payout"),
        new(MoneySense.Settlement, CueRole.Head, 3, "to end, to compensate"),
        new(MoneySense.Settlement, CueRole.Verb, 5, "settle, settles, settled, settling, agreed to pay, agrees to pay, agree to pay"),
        new(MoneySense.Settlement, CueRole.Verb, 2, "agreed to, agrees to"),
        new(MoneySense.Settlement, CueRole.Noun, 5, "settlement*, payout"),

        new(MoneySense.Fine, CueRole.Head, 6, "fine, fines, penalty, penalties"),
        new(MoneySense.Fine, CueRole.Verb, 6, "fined, fines, fining, penalis*, penaliz*"),
        new(MoneySense.Fine, CueRole.Noun, 6, "fine, penalty, penalties"),

        new(MoneySense.Revenue, CueRole.Head, 6, "revenue*, turnover, in sales, net sales"),
        new(MoneySense.Revenue, CueRole.Head, 4, "sales"),
        new(MoneySense.Revenue, CueRole.Noun, 5, "revenue*, turnover, net sales, annual sales"),
        new(MoneySense.Revenue, CueRole.Noun, 4, "sales"),
        new(MoneySense.Revenue, CueRole.Verb, 2, "generated"),

        new(MoneySense.Contract, CueRole.Head, 6, "contract*, tender, procurement, purchase order*, task order*, framework agreement, deal to supply, deal to provide"),
        new(MoneySense.Contract, CueRole.Head, 3, "deal, agreement, orders"),
        new(MoneySense.Contract, CueRole.Noun, 5, "contract*, tender, procurement, purchase order*"),
        new(MoneySense.Contract, CueRole.Noun, 2.5, "awarded, orders"),

        new(MoneySense.Investment, CueRole.Head, 6, "investment*"),
        new(MoneySense.Investment, CueRole.Verb, 5, "invest, invests, invested, investing, pour, pours, poured, pouring, pumped, pumping, pumps, injects, injected, sinks, sank"),
        new(MoneySense.Investment, CueRole.Noun, 5, "investment*"),

        new(MoneySense.MarketSize, CueRole.Head, 6, "market, markets, industry"),
        new(MoneySense.MarketSize, CueRole.Head, 3, "opportunity, sector"),
        new(MoneySense.MarketSize, CueRole.Head, 1.4, "by 20*"),
        new(MoneySense.MarketSize, CueRole.Noun, 6, "market, markets, market size, cagr, global spending, worldwide spending, world will spend"),
        new(MoneySense.MarketSize, CueRole.Noun, 3, "industry, sector, spending on, opportunity"),

        new(MoneySense.Fund, CueRole.Head, 7, "fund, funds, vision fund, under management, in assets"),
        new(MoneySense.Fund, CueRole.Noun, 5, "fund, under management"),

        new(MoneySense.Purchase, CueRole.Head, 6, "acquisition*, buyout, takeover, purchase of, purchase price, merger, deal for, bid for, offer for, takeover bid, sale of, to acquire, to buy"),
        new(MoneySense.Purchase, CueRole.Verb, 5, "acquire*, acquiring, buy, buys, bought, buying, purchased, taking over, takes over, took over, take over, snapped up, snaps up, sold, sells"),
        new(MoneySense.Purchase, CueRole.Verb, 3, "bid, bids, bidding, offered to buy, offered to pay"),
        new(MoneySense.Purchase, CueRole.Verb, 2, "paid, pay, pays, paying"),
        new(MoneySense.Purchase, CueRole.Noun, 5, "acquisition*, buyout, takeover, purchase of, sale of, merger"),

        new(MoneySense.Listing, CueRole.Head, 12, "ipo, initial public offering, public offering, listing, share sale, flotation, share offering, stock offering"),
        new(MoneySense.Listing, CueRole.Noun, 4, "ipo, public offering, listing, share sale, flotation, share offering"),

        new(MoneySense.Aside, CueRole.Head, 7, """
            grant, grants, prize, prizes, reward, bounty, loan*, debt, credit facility, budget*, package, program, programs, programme*, initiative*, donation*, gift, salary, bond*, tax*, subsid*,
            ransom, project*, campaign*, lawsuit*, suit, class action*, claim, claims, damages, fees, expenses, legal fees, cost, costs, price*, profit*, loss*, net income, cash, savings, bill, plan, scheme, bail, scam, fraud, heist, theft
            """),
        new(MoneySense.Aside, CueRole.Head, 8, "government funding, state funding, public funding, federal funding, research funding, grant funding, startup funding, start up funding, funding activity, total funding, global funding, vc funding"),
        new(MoneySense.Aside, CueRole.Noun, 6, "startup funding, start up funding, funding activity, global funding, vc funding, government funding"),
        new(MoneySense.Aside, CueRole.Head, 5, "per share, a share, apiece, each, per month, a month, monthly, a year, per year, annually, per person, an hour, per hour, a day, per user, per unit, in stock, worth of"),
        new(MoneySense.Aside, CueRole.Verb, 5, """
            costs, costing, priced at, sells for, retails for, retails at, starts at, starting at, available for, sued for, suing for, sue for, donate*, donating, lost, stole, stolen, steal,
            saved, save, saves, saving, spent, spend, spends, spending, earmark*, allocat*
            """),
        new(MoneySense.Aside, CueRole.Noun, 5, "price*, damages, lawsuit*, grant, grants, budget, loan, loans, donation*, profit*, loss*, net income, fees, salary, salaries, bail, bounty, reward, debt, ransom, savings"),
        new(MoneySense.Aside, CueRole.Noun, 3, "deal, deals"),
    ];

    /// <summary>Phrases inside which no cue counts: there it means something else.</summary>
    public const string Exceptions = """
        stock market*, star market, market share*, market research*, market intelligence, market leader*, on the market, to market, market maker*, market debut*, black market, free market, capital market*,
        housing market, job market, labor market, financial market*, bear market, bull market, new market*, emerging market*, market player*, market entry, round the, all round, year round, seed of, to fund, fine print, investment bank*, investment firm*
        """;

    /// <summary>Words that may stand between a cue and its sum without putting them apart.</summary>
    public const string Modifiers = """
        a an the about around nearly almost over more than as much many up to at least some roughly approximately additional another extra further new fresh whopping record total totaling totalling of worth massive combined estimated
        close in its their his her our huge big large mere just only is was same for between below above exceeding own annual yearly global reported us u s early late stage growth venture privacy civil federal increase increased rise rising rose
        """;

    /// <summary>Words at which the noun phrase behind a sum is over: “$5 million to expand the market”.</summary>
    public const string Breaks = "to for from at by on with as and that who which after before while when but or is was are were has had will would it";

    /// <summary>Splits a list of phrases.</summary>
    public static IEnumerable<string> Split(string phrases) => phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
