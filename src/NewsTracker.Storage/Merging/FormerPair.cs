using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsTracker.Storage.Model;
using NewsTracker.Storage.Model.Sqlite;
using NewsTracker.Storage.Undoing;

namespace NewsTracker.Storage.Merging;

/// <summary>What a merge replaces: enough to give back both articles as they were.</summary>
/// <param name="Images">The kept article and the gone one with all their parts, as <see cref="RowImages"/> makes them.</param>
/// <param name="Sightings">Keys of the gone one's sightings.</param>
/// <param name="Files">Keys of the files that carried it.</param>
/// <param name="Corrections">Keys of its corrections, in force or not.</param>
/// <param name="Outvoted">Those of them that were in force on a field that the kept one corrects itself.</param>
/// <param name="Lists">The lists of other articles that named it.</param>
/// <param name="Followers">Keys of earlier merges into it.</param>
sealed record FormerPair(
    IReadOnlyList<string> Images, IReadOnlyList<long> Sightings, IReadOnlyList<long> Files, IReadOnlyList<long> Corrections,
    IReadOnlyList<long> Outvoted, IReadOnlyList<FormerList> Lists, IReadOnlyList<long> Followers)
{
    /// <summary>The catalogue and reader that the kept article was read with as one: another by now says that a retag came between.</summary>
    public string ReadWith { get; init; } = "";

    public static async Task<FormerPair> ReadAsync(NewsContext context, long kept, long gone, CancellationToken cancellation)
    {
        var corrections = await context.Corrections.AsNoTracking().Where(correction => correction.ArticleId == kept || correction.ArticleId == gone)
            .OrderBy(correction => correction.Id)
            .Select(correction => new { correction.Id, correction.ArticleId, correction.Field, InForce = correction.RetiredAt == null })
            .ToListAsync(cancellation);
        var own = corrections.Where(correction => correction.ArticleId == kept && correction.InForce).Select(correction => correction.Field).ToHashSet();
        return new FormerPair(
            [Image(context, kept), Image(context, gone)],
            await context.Sightings.Where(sighting => sighting.ArticleId == gone).Select(sighting => sighting.Id).Order().ToListAsync(cancellation),
            await context.Files.Where(file => file.ArticleId == gone).Select(file => file.Id).Order().ToListAsync(cancellation),
            [.. corrections.Where(correction => correction.ArticleId == gone).Select(correction => correction.Id)],
            [.. corrections.Where(correction => correction.ArticleId == gone && correction.InForce && own.Contains(correction.Field)).Select(correction => correction.Id)],
            await FormerList.OfAsync(context, kept, gone, cancellation),
            await context.Merges.Where(merge => merge.KeptId == gone).Select(merge => merge.Id).Order().ToListAsync(cancellation));
    }

    public static FormerPair Of(ArticleMerge merge) => JsonSerializer.Deserialize(OriginalBytes.Unpack(merge.Content), MergeJson.Default.FormerPair)!;

    public byte[] Pack() => OriginalBytes.Pack(JsonSerializer.SerializeToUtf8Bytes(this, MergeJson.Default.FormerPair));

    static string Image(NewsContext context, long id)
    {
        using var rows = new SqliteRows(
            (SqliteConnection)context.Database.GetDbConnection(),
            $"SELECT {new RowImages(context).OfArticle()} FROM Articles AS article WHERE article.Id IN (SELECT value FROM json_each(?))", KeyList.Of([id]));
        return rows.Read() ? rows.Text(0) : throw new InvalidOperationException($"Article {id} went while it was merged.");
    }
}

/// <summary>The list of an article that names the gone one.</summary>
/// <param name="ArticleId">Whose list.</param>
/// <param name="Listed">What it lists, in order.</param>
sealed record FormerList(long ArticleId, IReadOnlyList<long> Listed)
{
    public static async Task<IReadOnlyList<FormerList>> OfAsync(NewsContext context, long kept, long gone, CancellationToken cancellation)
    {
        var naming = context.RelatedLinks.Where(link => link.RelatedId == gone && link.ArticleId != kept).Select(link => link.ArticleId);
        var links = await context.RelatedLinks.AsNoTracking().Where(link => naming.Contains(link.ArticleId)).OrderBy(link => link.Position).ToListAsync(cancellation);
        return [.. links.GroupBy(link => link.ArticleId, link => link.RelatedId).OrderBy(list => list.Key).Select(list => new FormerList(list.Key, [.. list]))];
    }

    /// <summary>The same with the kept article in the gone one's place, once.</summary>
    public IReadOnlyList<long> Merged(long kept, long gone) => [.. Listed.Select(id => id == gone ? kept : id).Distinct()];

    /// <summary>The list as it is without the merge, given what it is today.</summary>
    public IReadOnlyList<long> Parted(IReadOnlyList<long> today, long kept, long gone) =>
        today.SequenceEqual(Merged(kept, gone)) ? Listed
        : Listed.Contains(kept) ? today
        : [.. today.Select(id => id == kept ? gone : id)];
}

/// <summary>JSON of what merges replaced.</summary>
[JsonSerializable(typeof(FormerPair))]
sealed partial class MergeJson : JsonSerializerContext;
