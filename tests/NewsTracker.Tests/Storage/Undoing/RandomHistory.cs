using NewsTracker.Storage;

namespace NewsTracker.Tests.Storage.Undoing;

/// <summary>
/// One random sequence of edits, imports, undos, hiding, corrections, merges and retags, held after every step against a model in memory: for each
/// file a stack of what runs made of it, for each article its files and corrections.
/// </summary>
/// <param name="store">The real tracker.</param>
/// <param name="seed">Of the sequence.</param>
sealed class RandomHistory(HistoryStore store, int seed)
{
    const int Files = 5;
    const int Steps = 30;

    readonly Random _random = new(seed);
    readonly string?[] _onDisk = new string?[Files];
    readonly ModelArticle[] _articles = [.. Enumerable.Range(0, Files).Select(file => new ModelArticle(file))];
    readonly List<ModelMerge> _merges = [];
    readonly HashSet<long> _standing = [];
    readonly List<long> _runs = [];
    readonly Stack<(string Act, string Before)> _acts = [];
    readonly List<string> _told = [];
    long _lastRun;
    long _lastRetag;
    int _corrections;

    /// <summary>What was done, for whoever looks at a difference.</summary>
    public string Told => string.Join("; ", _told);

    /// <summary>Goes through the sequence.</summary>
    /// <returns>The first difference; null where there is none.</returns>
    public async Task<string?> RunAsync()
    {
        for (var step = 0; step < Steps; step++)
        {
            var difference = await StepAsync() ?? await CompareAsync();
            if (difference is not null) return $"seed {seed}, step {step}: {difference}. {Told}";
        }

        return await store.CheckAsync() is [var problem, ..] ? $"seed {seed}: {problem} {Told}" : null;
    }

    // What takes place where one cannot: nothing.
    Task<string?> StepAsync() => _random.Next(40) switch
    {
        < 9 => Edit(_random.Next(Files), $"Facial recognition, seed {seed}, edition {_random.Next(6)}"),
        < 16 => ImportAsync(),
        < 22 => UndoAsync(),
        < 25 => ToggleAsync(),
        < 29 => CorrectAsync(),
        < 31 => RevertAsync(),
        < 35 => MergeAsync(),
        < 39 => TakeApartAsync(),
        _ => RetagAsync(),
    };

    Task<string?> Edit(int file, string title)
    {
        _told.Add($"edit {file} {title[^1]}");
        _onDisk[file] = title;
        store.Put(file, title);
        return Same();
    }

    async Task<string?> ImportAsync()
    {
        var before = await ExportAsync();
        var run = Run(await store.ImportAsync(), "import");
        _acts.Push(($"run {run}", before));
        _runs.Add(run);
        _standing.Add(run);
        foreach (var article in _articles)
            if (_onDisk[article.File] is { } title && (article.Layers.Count == 0 || article.Layers.Peek().Title != title)) article.Layers.Push((run, title));
        foreach (var article in _articles.Where(article => article.IsThere && article.Into is null)) article.Id = await store.IdAsync(article.File) ?? 0;
        return null;
    }

    async Task<string?> UndoAsync()
    {
        if (_runs.Count == 0) return null;
        var run = _runs[_random.Next(_runs.Count)];
        if (!CanUndo(run)) return await RefusedAsync(() => store.UndoAsync(run), $"undo of run {run}");
        Run(await store.UndoAsync(run), $"undo {run} as");
        _standing.Remove(run);
        foreach (var article in _articles.Where(article => article.IsThere && article.Layers.Peek().Run == run)) article.Layers.Pop();
        return await BackAsync($"run {run}");
    }

    bool CanUndo(long run) => _standing.Contains(run) && run > _lastRetag
        && !_merges.Exists(merge => merge.LastRun >= run && Parts(merge.Kept.Root).Any(article => article.Layers.Any(layer => layer.Run == run)))
        && !_articles.Where(article => article.IsThere && article.Into is null).Any(root =>
            Parts(root).SelectMany(article => article.Layers).ToList() is var layers && layers.Exists(layer => layer.Run == run) && layers.Exists(layer => layer.Run > run));

    async Task<string?> ToggleAsync()
    {
        if (Pick() is not { } article) return null;
        _told.Add($"toggle {article.Id}");
        var changed = article.IsHidden ? await store.ShowAsync(article.Id) : await store.HideAsync(article.Id);
        article.IsHidden = !article.IsHidden;
        _acts.Clear();
        return changed == 1 ? null : $"{changed} articles were hidden or shown";
    }

    async Task<string?> CorrectAsync()
    {
        if (Pick() is not { } article) return null;
        var made = new ModelCorrection($"A person's title {++_corrections}");
        _told.Add($"correct {article.Id}");
        await store.CorrectAsync(article.Id, made.Title);
        article.InForce?.Retire();
        article.Corrections.Add(made);
        _acts.Clear();
        return null;
    }

    async Task<string?> RevertAsync()
    {
        if (Pick() is not { } article) return null;
        _told.Add($"revert {article.Id}");
        var was = article.InForce is not null;
        if (await store.RevertAsync(article.Id) != was) return $"a correction {(was ? "was not" : "was")} in force on article {article.Id}";
        article.InForce?.Retire();
        if (was) _acts.Clear();
        return null;
    }

    async Task<string?> MergeAsync()
    {
        if (Pick() is not { } one || Pick() is not { } other || one == other) return null;
        var (kept, gone) = one.Id < other.Id ? (one, other) : (other, one);
        var plan = await store.Desk.PlanAsync(one.Id, other.Id, CancellationToken.None);
        if (plan is null) return $"no plan for articles {one.Id} and {other.Id}";
        if (kept.IsHidden != gone.IsHidden) return await RefusedAsync(() => store.Desk.MergeAsync(plan, null, "test", CancellationToken.None), "merge of a hidden article");
        if (plan.Problem is not null) return plan.Problem;
        _told.Add($"merge {gone.Id} into {kept.Id}");
        var before = await ExportAsync();
        await store.Desk.MergeAsync(plan, "the same", "test", CancellationToken.None);
        var merge = new ModelMerge((await store.Merges.ListAsync(1, CancellationToken.None))[0].Id, kept, gone, _lastRun, Known(kept, gone), [.. gone.Corrections], gone.IsHidden);
        _merges.Add(merge);
        if (kept.InForce is not null && gone.InForce is { } outvoted) (merge.Outvoted, outvoted.IsInForce) = (outvoted, false);
        kept.Corrections.AddRange(gone.Corrections);
        gone.Corrections.Clear();
        gone.Into = kept;
        _acts.Push(($"merge {merge.Id}", before));
        return plan.Merged!.Title == Title(kept) ? null : $"previewed as “{plan.Merged.Title}”";
    }

    async Task<string?> TakeApartAsync()
    {
        if (_merges.Count == 0) return null;
        var merge = _merges[_random.Next(_merges.Count)];
        if (!CanTakeApart(merge)) return await RefusedAsync(() => store.Desk.TakeApartAsync(merge.Id, "test", CancellationToken.None), $"taking apart of {merge.Gone.Id}");
        _told.Add($"take {merge.Gone.Id} out of {merge.Kept.Id}");
        await store.Desk.TakeApartAsync(merge.Id, "test", CancellationToken.None);
        _merges.Remove(merge);
        merge.Gone.Into = null;
        merge.Gone.Corrections.AddRange(merge.Moved);
        merge.Kept.Corrections.RemoveAll(merge.Moved.Contains);
        if (merge.Outvoted is { } outvoted) outvoted.IsInForce = true;
        merge.Gone.IsHidden = merge.WasHidden || merge.Kept.IsHidden;
        return await BackAsync($"merge {merge.Id}");
    }

    bool CanTakeApart(ModelMerge merge) => merge.Kept.Into is null
        && !_merges.Exists(later => later.Id > merge.Id && later.Kept.Root == merge.Kept)
        && !Parts(merge.Kept).SelectMany(article => article.Layers).Any(layer => layer.Run > merge.LastRun)
        && (merge.Kept.InForce is not { } inForce || merge.Known.Contains(inForce));

    async Task<string?> RetagAsync()
    {
        _lastRetag = Run(await store.RetagAsync(), "retag");
        _acts.Clear();
        return null;
    }

    // What is taken back right after it was done leaves no trace in what is shown.
    async Task<string?> BackAsync(string act)
    {
        if (!_acts.TryPop(out var last) || last.Act != act)
        {
            _acts.Clear();
            return null;
        }

        return last.Before == await ExportAsync() ? null : $"{act} was taken back, and something else than before it is shown";
    }

    async Task<string?> CompareAsync()
    {
        var roots = _articles.Where(article => article.IsThere && article.Into is null && !article.IsHidden).OrderBy(article => article.Id);
        var expected = roots.Select(article => $"{article.Id} https://example.com/{Lead(article).File} {Title(article)}").ToList();
        var shown = (await store.ShownAsync()).Select(one => one.Article).OrderBy(article => article.Id).Select(article => $"{article.Id} {article.Values.Url} {article.Values.Title}").ToList();
        if (!expected.SequenceEqual(shown)) return $"expected {string.Join(" | ", expected)}, shown {string.Join(" | ", shown)}";
        foreach (var gone in _articles.Where(article => article.Into is not null))
        {
            var leads = await store.LeadsToAsync(gone.Id);
            if (leads != (gone.Root.IsHidden ? null : gone.Root.Id)) return $"article {gone.Id} leads to {leads}";
        }

        return null;
    }

    async Task<string?> RefusedAsync(Func<Task> act, string what)
    {
        _told.Add($"refused: {what}");
        try
        {
            await act();
            return $"{what} was not refused";
        }
        catch (StoreException)
        {
            return null;
        }
    }

    long Run(long run, string what)
    {
        _told.Add($"{what} {run}");
        return _lastRun = run;
    }

    ModelArticle? Pick()
    {
        var there = _articles.Where(article => article.IsThere && article.Into is null).ToList();
        return there.Count == 0 ? null : there[_random.Next(there.Count)];
    }

    IEnumerable<ModelArticle> Parts(ModelArticle root) => _articles.Where(article => article.IsThere && article.Root == root);

    // Among files the newest word wins; within a run they are read in the order of their names.
    ModelArticle Lead(ModelArticle root) => Parts(root).MaxBy(article => (article.Layers.Peek().Run, article.File))!;

    string Title(ModelArticle root) => root.InForce?.Title ?? Lead(root).Layers.Peek().Title;

    static HashSet<ModelCorrection> Known(ModelArticle kept, ModelArticle gone) => [.. kept.Corrections.Concat(gone.Corrections).Where(correction => correction.IsInForce)];

    async Task<string> ExportAsync() => string.Join('\n', (await store.ShownAsync()).Select(article => article.Json));

    static Task<string?> Same() => Task.FromResult<string?>(null);
}

/// <summary>An article of the model: what its own file said, and what people decided about it.</summary>
/// <param name="file">Its file, whose address is its identity.</param>
sealed class ModelArticle(int file)
{
    public int File => file;

    /// <summary>Its key while it is there; the last one otherwise.</summary>
    public long Id { get; set; }

    public Stack<(long Run, string Title)> Layers { get; } = [];

    public List<ModelCorrection> Corrections { get; } = [];

    public bool IsHidden { get; set; }

    /// <summary>The article that it was merged into.</summary>
    public ModelArticle? Into { get; set; }

    public bool IsThere => Layers.Count > 0;

    public ModelArticle Root => Into?.Root ?? this;

    public ModelCorrection? InForce => Corrections.SingleOrDefault(correction => correction.IsInForce);
}

/// <summary>A corrected headline.</summary>
/// <param name="title">What a person wrote.</param>
sealed class ModelCorrection(string title)
{
    public string Title => title;

    public bool IsInForce { get; set; } = true;

    public void Retire() => IsInForce = false;
}

/// <summary>A merge of the model.</summary>
sealed record ModelMerge(
    long Id, ModelArticle Kept, ModelArticle Gone, long LastRun, IReadOnlySet<ModelCorrection> Known, IReadOnlyList<ModelCorrection> Moved, bool WasHidden)
{
    /// <summary>The gone one's correction that the kept one's took the place of.</summary>
    public ModelCorrection? Outvoted { get; set; }
}
