using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsTracker.Storage.Index;

namespace NewsTracker.Tests.Storage.Index;

public sealed class ArticleIndexesTests : IAsyncLifetime
{
    readonly TestStore _store = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _store.InitializeAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_index_that_was_carried_forward_equals_one_that_was_read_anew(int seed)
    {
        var random = new Random(seed);
        await _store.AddAsync(new RandomArticles(seed).Take(200));
        var next = 201;
        for (var round = 0; round < 8; round++)
        {
            var added = random.Next(30);
            await ChangeAsync([.. Enumerable.Range(0, random.Next(20)).Select(_ => (long)random.Next(1, next))], random);
            await _store.AddAsync(new RandomArticles(seed + round).Take(added, next));
            next += added;

            Assert.Equal(await ReadAnewAsync(), Told(_store.Indexes.Current));
        }
    }

    [Fact]
    public async Task A_start_takes_the_file_and_what_was_written_since()
    {
        await _store.AddAsync(new RandomArticles(4).Take(100));
        await _store.Indexes.SaveAsync(Cancellation);
        await _store.AddAsync(new RandomArticles(5).Take(10, 101));

        var log = new ToldLog();
        var started = new ArticleIndexes(_store.Database, log);
        await started.RefreshAsync(Cancellation);

        Assert.Empty(log.Told);
        Assert.True(started.IsUnsaved);
        Assert.Equal(Told(_store.Indexes.Current), Told(started.Current));
    }

    [Fact]
    public async Task A_file_of_the_state_in_force_is_not_written_again()
    {
        await _store.AddAsync(new RandomArticles(4).Take(100));
        Assert.True(_store.Indexes.IsUnsaved);
        await _store.Indexes.SaveAsync(Cancellation);
        Assert.False(_store.Indexes.IsUnsaved);

        var started = new ArticleIndexes(_store.Database, NullLogger<ArticleIndexes>.Instance);
        await started.RefreshAsync(Cancellation);

        Assert.False(started.IsUnsaved);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_costs_a_line_in_the_log_and_nothing_else()
    {
        await _store.AddAsync(new RandomArticles(4).Take(10));
        Directory.CreateDirectory(IndexPath);
        var log = new ToldLog();
        var indexes = new ArticleIndexes(_store.Database, log);
        await indexes.RefreshAsync(Cancellation);

        await indexes.SaveAsync(Cancellation);

        Assert.Single(log.Told);
        Assert.True(indexes.IsUnsaved);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("emptied")]
    [InlineData("lengthened")]
    [InlineData("a bit flipped")]
    [InlineData("another build's")]
    [InlineData("restored beside it")]
    public async Task A_file_that_is_damaged_or_not_of_this_data_is_told_and_not_taken(string damage)
    {
        await _store.AddAsync(new RandomArticles(4).Take(100));
        await _store.Indexes.SaveAsync(Cancellation);
        await DamageAsync(damage);

        var log = new ToldLog();
        var started = new ArticleIndexes(_store.Database, log);
        await started.RefreshAsync(Cancellation);

        Assert.Single(log.Told);
        Assert.Equal(Told(_store.Indexes.Current), Told(started.Current));
    }

    [Fact]
    public async Task No_flipped_bit_of_a_file_is_overlooked()
    {
        await _store.AddAsync(new RandomArticles(4).Take(20));
        await _store.Indexes.SaveAsync(Cancellation);
        var bytes = await File.ReadAllBytesAsync(IndexPath, Cancellation);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            bytes[at] ^= (byte)(1 << (at % 8));
            await File.WriteAllBytesAsync(IndexPath, bytes, Cancellation);
            Assert.Throws<InvalidDataException>(() => new IndexFile(IndexPath).Read());
            bytes[at] ^= (byte)(1 << (at % 8));
        }
    }

    string IndexPath => Path.ChangeExtension(_store.Database.Path, ".index");

    async Task DamageAsync(string damage)
    {
        if (damage == "restored beside it")
        {
            await using var context = _store.Database.Open();
            await context.DataChanges.ExecuteUpdateAsync(set => set.SetProperty(change => change.Stamp, change => change.Stamp + 1), Cancellation);
            return;
        }

        var bytes = await File.ReadAllBytesAsync(IndexPath, Cancellation);
        if (damage == "a bit flipped") bytes[bytes.Length / 2] ^= 4;
        if (damage == "another build's") bytes[12] ^= 1;
        await File.WriteAllBytesAsync(
            IndexPath,
            damage switch { "cut" => bytes[..^5], "emptied" => [], "lengthened" => [.. bytes, 0], _ => bytes },
            Cancellation);
    }

    // As an import does with an article that changed: the row and all its tags are written anew.
    async Task ChangeAsync(IReadOnlyList<long> ids, Random random)
    {
        await using var context = _store.Database.Open();
        foreach (var article in await context.Articles.Where(article => ids.Contains(article.Id)).ToListAsync(Cancellation))
        {
            article.PublishedAt = article.PublishedAt?.AddDays(random.Next(-400, 400));
            article.PublishedDay = article.PublishedDay is null ? null : DateOnly.FromDateTime(article.PublishedAt!.Value);
            article.Language = random.Next(3) switch { 0 => null, 1 => "de", _ => "en" };
            article.Quality = random.Next(100);
            context.Update(article);
        }

        var odd = random.Next(2);
        await context.ArticleTopics.Where(tag => ids.Contains(tag.ArticleId) && tag.TopicId % 2 == odd).ExecuteDeleteAsync(Cancellation);
        await context.ArticleCompanies.Where(tag => ids.Contains(tag.ArticleId)).ExecuteUpdateAsync(set => set.SetProperty(tag => tag.Role, tag => 1 - tag.Role), Cancellation);
        await _store.CommitAsync(context);
    }

    async Task<IReadOnlyList<string>> ReadAnewAsync()
    {
        File.Delete(IndexPath);
        var anew = new ArticleIndexes(_store.Database, NullLogger<ArticleIndexes>.Instance);
        await anew.RefreshAsync(Cancellation);
        return Told(anew.Current);
    }

    // Everything an index says, words written out: their numbers depend on the order in which they came.
    static IReadOnlyList<string> Told(ArticleIndex index)
    {
        var table = index.Table;
        return
        [
            .. table.Articles.Select((article, position) =>
                $"{article with { Type = 0, Language = 0 }} {Word(table, article.Type)} {Word(table, article.Language)} {Tags(table.Companies, position)} / {Tags(table.Topics, position)}"),
            .. index.Companies.All.Concat(index.Topics.All).Concat(index.Providers.All).Select(tag => $"{tag.Slug} {Places(tag.Articles)} / {Places(tag.Subjects)}"),
            .. index.Sets.Languages.OrderBy(set => set.Key, StringComparer.Ordinal).Select(set => $"{set.Key} {Places(set.Value)}"),
            .. index.Sets.Formats.OrderBy(set => set.Key).Select(set => $"{set.Key} {Places(set.Value)}"),
            $"{index.DataVersion} {index.Dated} {Places(index.Sets.YearOnly)} {Places(index.Sets.MonthOnly)} {string.Join(' ', index.Months)}",
        ];
    }

    static string Word(ArticleTable table, int code) => code < 0 ? "" : table.Words[code];

    static string Tags(TagLinks links, int position) => string.Join(' ', links.Of(position).ToArray().Order());

    static string Places(PositionSet set)
    {
        List<int> places = [];
        foreach (var place in set) places.Add(place);
        return string.Join(' ', places);
    }
}
