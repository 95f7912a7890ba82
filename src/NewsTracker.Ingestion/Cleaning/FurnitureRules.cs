namespace NewsTracker.Ingestion.Cleaning;

/// <summary>One kind of furniture and the wording that tells it.</summary>
/// <param name="Reason">What such lines are, for people.</param>
/// <param name="Longest">Longer lines, in characters, are running text whatever words they open with.</param>
/// <param name="Sentences">Whether such lines may end with a full stop.</param>
/// <param name="Phrases">Patterns, each for a whole line, case aside.</param>
sealed record FurnitureRule(string Reason, int Longest, bool Sentences, string[] Phrases);

/// <summary>
/// The wording of page furniture: what news sites print around articles in general, collected from the pages of the public article-extraction benchmark.
/// No rule holds a sentence of one page alone; a phrase comes in when several sites print it.
/// </summary>
static class FurnitureRules
{
    public const string Comments = "comment form";
    public const string OtherArticles = "links to other articles";
    public const string Copyright = "copyright";
    public const string Tags = "tags";

    public static FurnitureRule[] All { get; } =
    [
        new("tracking marker", 40, Sentences: false, ["(fb|facebook|meta|tracking|twitter) pixel", "quantcast", "comscore", "google (analytics|tag manager)"]),
        new("advertisement", 80, Sentences: true,
        [
            "advertisement", "advertising", "ads? by .*", "sponsored( .*)?", "promoted (by|content|stories|links).*",
            "(story|article) continues (below|after).*", "scroll (down )?to continue.*", "continue reading below.*", "paid (content|post).*",
            "from our partners",
        ]),
        new("newsletter prompt", 250, Sentences: true,
        [
            @"(get|sign[ -]up|subscribe|receive|join|enter|never miss|don.t miss|like this|enjoy(ing|ed)?)\b.*\b(newsletters?|inbox|e-?mails?)\b.*",
            @"(get|sign[ -]up|subscribe|receive)\b.*\b(alerts|updates|mailing list|headlines)\b.*", @"(subscribe|sign up)( (now|today|here|to|for|via)\b.*)?",
            @".*\bunsubscribe\b.*", @".*\bno spam\b.*", ".*delivered (straight |right |directly )?to your inbox.*",
        ]),
        new(Comments, 250, Sentences: true,
        [
            @"leave a (reply|comment)\b.*", "(post|add|write) (a|your) comment.*", "(view|show|hide|load|read|see) (all |the |more )?([0-9]+ )?comments.*",
            "([0-9]+|no) (comments?|responses?|replies)( .*)?", @"comments?( \(?[0-9]+\)?| section| policy| guidelines)?",
            "join the (conversation|discussion|debate).*", @"what do you think\?.*", "please enter your (comment|name|e-?mail).*",
            "your e-?mail address will not be published.*", @".*\byour comment data\b.*", ".*comments?( form| section)? (is|are) (now )?closed.*",
            "log ?in to (leave|comment|reply|post).*", "save my name.*", "notify me of .*", "required fields are marked.*", "cancel reply",
            @".*\b(commenting policy|submission guidelines|community guidelines)\b.*",
        ]),
        new(OtherArticles, 100, Sentences: false,
        [
            "related( (posts?|articles?|stor(y|ies)|content|news|topics?|tags|links?|coverage|reading|videos?|items))?:?",
            @"(more|further) (related|reading|stories|news|articles|headlines|videos|posts)\b.*", "more (from|in|on|by|like) .*", "more",
            "(recommended|suggested|selected|trending|popular|featured)( (for you|now|today|this week|searches|reading|news))?",
            "(recommended|suggested|selected|trending|popular|featured) (posts?|stor(y|ies)|articles?|topics?|videos?|company|companies)",
            @"(most|top) (read|popular|viewed|watched|commented|discussed|shared|recent|emailed|stories|headlines|news|posts|videos)\b.*",
            "latest( [a-z&’'-]+)?( [a-z&’'-]+)?( [a-z&’'-]+)?", @"you (may|might|could) (also )?(like|be interested|enjoy|have missed)\b.*",
            "in case you missed it.*", "editor.?s.? (picks?|choice).*", @"other (stories|news|articles)\b.*", "here.s what else.*", "article topics",
            ".*« prev(ious)?( .*)?", "next ».*", "what to (read|watch) next", @"don.t miss\b.*",
        ]),
        new("link to another article", 200, Sentences: false,
        [
            "related ?:.*", @"(read|see|watch|learn) (more|next|also|now|on|it|the full|this)\b.*", @"(also|must) (read|see|watch)\b.*",
            @"(next|previous|prev) (article|story|post)\b.*", @"up next\b.*", @"go deeper\b.*", "(«|‹|<|←|»|›|→) .*", ".* (»|›|→)", @"keep reading\b.*",
            @"continue reading\b.*", @"see also\b.*", "(watch|listen|photos?|videos?|gallery) ?:.*",
        ]),
        new("prompt", 200, Sentences: true,
        [
            @"(click|tap) (here|on)\b.*", @"read (more|the full|the original) .*\b(here|on|at)\b.*", "download (the|our) .*app.*", @"(find|follow|like|check out) us\b.*",
            @"become a (member|supporter|subscriber|patron)\b.*", @"support (our|independent) journalism\b.*",
        ]),
        new("share words", 100, Sentences: false,
        [
            "shares?", "share (this|on|via|with|your|the|it|article|story|link).*", @"[0-9.]+k? shares?", "tweet( this)?", "pin it", "facebook", "twitter",
            "linkedin", "whatsapp", "pinterest", "reddit", "instagram", "youtube", "telegram", "messenger", "tumblr", "flipboard", @"google ?\+",
            "rss( feed)?", "e-?mail( this.*| to a friend| address)?", "print( this.*| article| page)?", "copy( link|/paste| the link).*", "link copied.*",
            @"connect with us\b.*", "save( article| for later)?", "bookmark", "reprints?", "text size.*", "listen( to (this|the) (article|story))?",
        ]),
        new("picture caption", 400, Sentences: true,
        [
            @".*\((ap photo|photo|image|picture|credit|pic|file|photograph|illustration|screenshot|video|getty|reuters|afp)\b[^)]*\)\.?",
            @"\(?(photo(graph)?s?|images?|pictures?|credits?|illustration|video)( credits?| by| courtesy| via| from| source| illustration)? ?[:/].*",
            "(photo(graph)?s?|images?|illustrations?|pictures?) (by|courtesy|credit|via) .*", @"image [0-9]+ of [0-9]+", @"file (photo|picture|image)\b.*",
            @"[a-z&]+ (image|photo|picture)", @".*\bcopyright [^.]+(all rights reserved\.?)?", "(enlarge|expand|hide|toggle|show) (image|caption|this image).*",
            @".*(/|\||©|via|file|by) ?(getty( images)?|reuters|afp|ap|epa|shutterstock|bloomberg|pa|images?)\)?\.?",
            @".*\b(photo|image|picture)s?( by)?: ?(?-i:[A-Z])[^.!?:]+/[^.!?:]+\.?", @".*credits?: ?(?-i:[A-Z])[^.!?:]{1,60}\.?",
            @".*\b(getty images|shutterstock|istock|unsplash|ap photo|alamy|pixabay|wikimedia commons|afp|handout|stock (image|photo))( ?[/|].*| via .*)?\)?\.?",
        ]),
        new(Copyright, 400, Sentences: true,
        [
            @"(©|\(c\)|copyright\b).*", @".*\ball rights reserved\b.*", @".*\bmay not be (published|reproduced|republished|redistributed)\b.*",
        ]),
        new("legal notice", 500, Sentences: true,
        [
            @".*\bcookies? (policy|notice|settings|preferences|consent)\b.*", @".*\b(privacy (policy|notice|statement|settings)|ad ?choices|do not sell)\b.*",
            @".*\bterms (of|and|&) (use|service|sale|conditions)\b.*", @".*\bcookies\b.*\b(website|site|browser|experience|preferences|consent)\b.*",
            @".*\b(website|site|browser|experience|consent)\b.*\bcookies\b.*", @"this site (uses|is protected)\b.*", @"by (clicking|signing up|subscribing|submitting)\b.*",
            @".*\b(affiliate (links|commission)|registered trademarks?|is a trading name)\b.*",
        ]),
        new("navigation", 50, Sentences: false,
        [
            "skip to .*", "(back|return|jump|scroll) to .*", "home( ?page)?", "(main |toggle |site )?(menu|navigation)", "search( [a-z]+)?( [a-z]+)?",
            "sign (in|out|up)", "log ?(in|out)( .*)?", "register", "(contact|about|advertise)( with)?( us)?", "close( button| menu)?", "sections", "all topics",
            "newsletters?", "subscriptions?", "careers", "jobs", "help", "faqs?", "site ?map", "feedback", "loading.*", "find us", "donate( now| today)?",
            "key (points|takeaways)", "highlights", "play( video)?", "previous", "next", "prev", "ok", "cancel", "submit", "view all", "see all",
            "show (more|less|all)", "load more", "expand", "collapse",
        ]),
        new(Tags, 250, Sentences: false,
        [
            "(tags?|tagged( with| in)?|filed (under|in)|topics?|categor(y|ies)|keywords|posted in)( ?:.*)?", "(in|mentioned in) this (article|story)( ?:.*)?",
            "explore more on these topics.*",
        ]),
        new("byline", 200, Sentences: true,
        [
            "(by|words by|text by|written by|story by|authors?|posted by|reported by|published by|edited by|reviewed by):? [^.!?]+",
            @"\(?(additional )?(reporting|editing|writing|compiled|translated)( and (editing|writing|reporting))? by [^!?]+",
            @"[^.]*\b(staff (writer|reporter)|contributing (writer|editor)|senior (writer|editor|reporter)|editor-in-chief)",
            "[0-9]+ ?-?min(ute)?s?( read| to read)?", "published on updated", "(last )?updated:? .*", "@[a-z0-9_]+",
        ]),
        new("note on the author", 350, Sentences: true,
        [
            @".*\bfollow [a-z@. ]+ on (twitter|x|facebook|instagram|linkedin)\b.*", @".*\b(e-?mail|contact|reach) [a-z. ’'-]+ at .*@.*",
            @".*\bcan be reached (at|on|by|via)\b.*", @"[a-z. ’'-]+ is an? ([a-z-]+ )?([a-z-]+ )?(writer|reporter|journalist|editor|correspondent|columnist|contributor)\b.*",
            @"(got|have) (a|any)( [a-z]+)? (tips?|questions?|story)\b.*", "about the author.*",
        ]),
        new("note on the source", 200, Sentences: true,
        [
            @"\(?(original source|original article|source article)( ?:.*)?\)?\.?", "(via|sources?) ?:.*", @"(via|source) [a-z.]+\.(com|org|net|info|co\.uk)",
            @"this (article|story|post) (was )?(originally|first) (published|appeared)\b.*", @"(originally|first) (published|appeared|posted) (in|on|at|by)\b.*",
        ]),
        new("age of a post", 40, Sentences: false,
        [
            @"(about |an? )?([0-9]+ ?)?(s|m|h|d|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\.? ago", "just now", "yesterday", "today",
            @"[0-9]{1,2}:[0-9]{2}( ?[ap]\.?m\.?)?",
        ]),
    ];
}
