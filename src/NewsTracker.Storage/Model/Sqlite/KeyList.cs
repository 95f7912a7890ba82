namespace NewsTracker.Storage.Model.Sqlite;

/// <summary>Many keys as one parameter, for <c>json_each</c>: SQLite takes 32,766 parameters and no more, and one statement fits all.</summary>
static class KeyList
{
    public static string Of(IEnumerable<long> keys) => $"[{string.Join(',', keys)}]";
}
