using System.Collections.Frozen;

namespace NewsTracker.Ingestion.Cleaning;

/// <summary>
/// The small words that hold sentences together, by language: every third word of running text is one, and no subject brings them along.
/// A word that several languages write alike speaks for each of them.
/// </summary>
static class FunctionWords
{
    static readonly (string Language, string Words)[] Lists =
    [
        ("en", "the of and to in is that for it on was with as be by at this from have are not or an a they which you has but had will would can their its his her been were said more when who what about into than after over how all also one out up no if so we our could may some other there just now he she i my your do does did these those while where under against between during before because according says"),
        ("de", "der die das und ist nicht mit von für auf den dem des ein eine einen einer einem eines im in zu zum zur sich auch werden wird wurde wurden bei nach aus über durch sind hat haben oder aber wie vom am an als es er sie wir kann noch nur mehr gegen unter so dass war seine ihre diese dieser"),
        ("fr", "le la les des du de et est une un dans pour par sur au aux avec qui que ne pas ce cette ces sont plus se son sa ses leur leurs ou mais il elle ils nous vous en à été ont être d l qu n s comme selon entre après a on"),
        ("es", "el la los las de del y en que un una por para con se no es su sus al como más pero este esta son ha han fue lo le sobre entre ya desde también está según sin hasta a o"),
        ("pt", "o a os as de do da dos das e em que um uma por para com se não é seu sua ao à como mais mas este esta são foi no na nos nas pelo pela também já até segundo sobre entre ou"),
        ("it", "il la lo i gli le di del della dei delle dello degli e è un una in che per con non si su da dal dalla al alla nel nella sono come più ma anche questo questa suo sua ha hanno stato secondo tra l dell all"),
        ("nl", "de het een en van is in op te dat die voor met zijn niet aan er om ook als bij nog naar uit door over wordt worden heeft hebben maar of deze dit was werd tot onder volgens kan zal"),
        ("sv", "och att det i en som är på av för med den till inte har om ett de var från vid kan men också eller så efter när ska över enligt under ut"),
        ("da", "og at det i en som er på af for med den til ikke har om et de var fra ved kan men også eller så efter når skal over blev ifølge mod ud"),
        ("no", "og å at det i en som er på av for med den til ikke har om et de var fra ved kan men også eller så etter når skal over ble ifølge mot ut"),
        ("fi", "ja on ei se että oli hän ovat mutta joka kun myös kuin sen tai jos niin mukaan ole sekä voi jotka hänen"),
        ("pl", "i w na z do się nie że to jest o jak po od za przez dla są ale ma czy oraz być ich już tego przy które która który we ze"),
        ("cs", "a v na se je že s z do o to pro jako za by od které který byl jsou jeho ale také podle při aby po ve i k"),
        ("ro", "și în de la a cu pe nu din să o că mai este sunt care pentru un fost sau ca prin după au al"),
        ("hu", "a az és hogy nem is egy ez meg van de volt csak már mint azt ki még vagy lesz el szerint"),
        ("tr", "ve bir bu da de için ile olarak daha çok olan gibi en kadar sonra ancak var göre oldu değil ise"),
        ("id", "dan yang di untuk dengan ini dari pada dalam itu tidak akan ke adalah juga oleh telah bisa lebih sebagai para atau"),
        ("vi", "và của là có trong được cho không với các một những này đã người để từ khi theo"),
        ("ru", "и в не на что с по как из к у за от для это его но так же или был будет также о со а при"),
        ("bg", "и в на за да се от с че по не е са как до със това при ще които беше си му като след"),
        ("sk", "a v na sa je že s z do o to pre ako za by od ktorý bol sú jeho ale tiež podľa pri aby po aj vo"),
        ("hr", "i u na je se da za od su s o kao koji koja što nije iz po ali biti će te nakon prema"),
        ("ca", "el la els les de del dels i que en un una per a amb no es al als com més però aquest aquesta són ha seva seu ser"),
        ("uk", "і в не на що з по як із до у за від для це його але так та або був буде також є й про"),
    ];

    /// <summary>ISO 639-1 codes; a word's bit of the same number says that the language has it.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Lists.Select(list => list.Language)];

    /// <summary>The languages that have a word, as bits.</summary>
    public static FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> ByWord { get; } = Lists.Index()
        .SelectMany(list => list.Item.Words.Split(' '), (list, word) => (word, bit: 1u << list.Index))
        .GroupBy(pair => pair.word, pair => pair.bit, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate((bits, bit) => bits | bit), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word, in small letters, holds English sentences together.</summary>
    public static bool IsEnglish(string word) => ByWord.TryGetValue(word, out var languages) && (languages & 1) != 0;
}
