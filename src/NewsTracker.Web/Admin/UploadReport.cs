using NewsTracker.Ingestion.Cleaning;
using NewsTracker.Web.Presentation;

namespace NewsTracker.Web.Admin;

/// <summary>What became of the files of one upload, for people.</summary>
sealed class UploadReport
{
    // The sentence travels in a cookie.
    const int MostTold = 8;

    const int MostNamed = 3;

    readonly List<string> _told = [];

    readonly List<string> _names = [];

    /// <summary>Files that are in the inbox now.</summary>
    public int Kept => _names.Count;

    /// <summary>Their names there.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The first name that was taken, so that its file got a number; null where none was.</summary>
    public string? Taken { get; private set; }

    /// <summary>Notes a file that was kept.</summary>
    /// <param name="claimed">As it was called.</param>
    /// <param name="wanted">As it was to be called.</param>
    /// <param name="name">As it is called now.</param>
    public void Keep(string claimed, string wanted, string name)
    {
        _names.Add(name);
        if (wanted != name) Taken ??= wanted;
        if (claimed != name) _told.Add($"“{Sent(claimed)}” is kept as “{TextRepair.Visible(name)}”{(wanted == name ? "" : $", because another “{TextRepair.Visible(wanted)}” lies there")}");
    }

    /// <summary>Notes a file that was not.</summary>
    /// <param name="claimed">As it was called.</param>
    /// <param name="why">The reason and the remedy, without a stop.</param>
    public void Refuse(string? claimed, string why) => _told.Add($"“{Shortened(claimed ?? "")}” was not kept: {why}");

    /// <summary>All of it, for the person who sent them.</summary>
    public string Sentence() => Sentence("");

    /// <summary>All of it with the names of the first files, for the log.</summary>
    public string Logged()
    {
        string[] names = [.. _names.Take(MostNamed).Select(name => $"“{Sent(name)}”"), .. Kept > MostNamed ? [$"{Counted.Number(Kept - MostNamed)} more"] : Array.Empty<string>()];
        return Sentence(names.Length == 0 ? "" : $": {Counted.List(names)}");
    }

    string Sentence(string names)
    {
        var others = _told.Count > MostTold ? [$"{Counted.Of(_told.Count - MostTold, "more remark")} left out here"] : Array.Empty<string>();
        return string.Join(". ", [$"{Counted.Of(Kept, "file")} came into the inbox{names}", .. _told.Take(MostTold), .. others]) is var told ? $"{char.ToUpperInvariant(told[0])}{told[1..]}." : "";
    }

    /// <summary>Whether a disk said no. That a file is too large for its system, or for the limit of this process, .NET tells by the other exception.</summary>
    /// <param name="problem">As caught where a file was written.</param>
    public static bool IsRefusal(Exception problem) => problem is IOException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>What a disk said, without its paths.</summary>
    /// <param name="problem">As caught.</param>
    public static string Told(Exception problem) => problem.Message.Split([" : '", " ("], 2, StringSplitOptions.None)[0].TrimEnd('.');

    static string Sent(string claimed) => TextRepair.Visible(claimed) is var sent && sent.Length <= 80 ? sent : $"{sent[..80]}…";

    // Names are shown as text, but one that turns writing round must not turn the sentence.
    static string Shortened(string claimed) => UploadNames.Clean(claimed) is { } name ? name.Length <= 80 ? name : $"{name[..80]}…" : "a file without a name";
}
